// The three lists, for pages: esbuild takes the files in as text (loader {".txt": "text"}).
import en from "../../src/qorgau/sealing/words/en.txt";
import kk from "../../src/qorgau/sealing/words/kk.txt";
import ru from "../../src/qorgau/sealing/words/ru.txt";
import { wordLists } from "./code.js";

export const lists = wordLists({ en, kk, ru });
