// Opens and checks what Python sealed: node tests/vectors/sealing/read.mjs FILE. Prints one line for each check.
import { readFileSync } from "node:fs";
import { wordLists } from "../../../frontend/sealing/code.js";
import { check } from "./checks.mjs";

const list = (language) => readFileSync(new URL(`../../../src/qorgau/sealing/words/${language}.txt`, import.meta.url), "utf8");
const given = JSON.parse(readFileSync(process.argv[2], "utf8"));
const done = await check(given, wordLists({ en: list("en"), ru: list("ru"), kk: list("kk") }));
console.log(done.join("\n"));
