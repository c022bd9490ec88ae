// Pages of recommendations work without this file; with it, links are drawn, words counted, and an upload says it runs.
import { anchors } from "./anchors.js";
import { lines } from "./lines.js";
import { upload } from "./upload.js";
import { words } from "./words.js";

anchors(document);
lines(document);
words(document);
upload(document);
