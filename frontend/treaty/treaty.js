// Pages of recommendations work without this file; with it, links are drawn, words counted, and an upload says it runs.
import { lines } from "./lines.js";
import { upload } from "./upload.js";
import { words } from "./words.js";

lines(document);
words(document);
upload(document);
