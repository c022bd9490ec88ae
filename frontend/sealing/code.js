// The code: 88 random bits, shown as 8 words of 2,048. It is the only key to a mailbox.
import { randomBytes } from "./bytes.js";
import { nearest } from "./near.js";
import { refuse } from "./refusal.js";

export const LANGUAGES = ["kk", "ru", "en"];
export const CODE_WORDS = 8;
const CODE_BYTES = 11;
const BETWEEN_WORDS = /[\s,.;:·•/|_\-–—0-9()[\]"'«»]+/u;
const PLAIN = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и" };

// The lists from their files' texts, by language; words.js does it for bundled pages.
export function wordLists(texts) {
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const words = texts[language].trim().split(/\s+/);
      return [language, { words, numbers: new Map(words.map((word, number) => [word, number])) }];
    }),
  );
}

export const newCode = () => randomBytes(CODE_BYTES);

// The eight words of a code's eleven bytes in a language.
export function codeWords(raw, language, lists) {
  const value = raw.reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n);
  return Array.from({ length: CODE_WORDS }, (_, place) => {
    const number = Number((value >> BigInt(11 * (CODE_WORDS - 1 - place))) & 2047n);
    return lists[language].words[number];
  });
}

// The bytes of the code that was typed, in any of the languages; what is unclear is asked about.
// Refused as WrongWordCount, UnknownWord or DoubtfulWord with {place, word, meant} in `details`.
export function readCode(typed, lists) {
  const words = split(typed);
  if (words.length !== CODE_WORDS) {
    refuse("WrongWordCount", `A code has ${CODE_WORDS} words; here are ${words.length}.`, { count: words.length });
  }
  const found = words.map((word) => languagesOf(word, lists));
  found.forEach((languages, place) => languages.size || refuseUnknown(words[place], place + 1, lists));
  const main = mainLanguage(found);
  found.forEach((languages, place) => requireSure(words[place], place + 1, languages, main, lists));
  return rawOf(found.map((languages) => languages.get(main) ?? languages.values().next().value));
}

// The words of a list that begin with what was typed, for choosing instead of typing on.
export function wordsBeginning(typed, language, lists) {
  const start = folded(typed.trim());
  return start ? lists[language].words.filter((word) => word.startsWith(start)) : [];
}

function split(typed) {
  return folded(typed).split(BETWEEN_WORDS).filter(Boolean);
}

function folded(typed) {
  return String(typed).normalize("NFC").toLowerCase().replaceAll("ё", "е");
}

function languagesOf(word, lists) {
  const exact = LANGUAGES.filter((each) => lists[each].numbers.has(word));
  if (exact.length) return new Map(exact.map((each) => [each, lists[each].numbers.get(word)]));
  const number = lists.kk.words.findIndex((each) => plainLetters(each) === word);
  return new Map(number < 0 ? [] : [["kk", number]]);
}

// The word as typed where the nine Kazakh letters are missing.
function plainLetters(word) {
  return [...word].map((letter) => PLAIN[letter] ?? letter).join("");
}

function mainLanguage(found) {
  const count = (language) => found.filter((languages) => languages.has(language)).length;
  return LANGUAGES.reduce((best, language) => (count(language) > count(best) ? language : best));
}

function refuseUnknown(word, place, lists) {
  const meant = [...new Set(LANGUAGES.flatMap((language) => nearest(word, lists[language].words)))];
  refuse("UnknownWord", `Word ${place} is in none of the lists.`, { place, word, meant });
}

// A slip of one letter in a Russian word can give a Kazakh one: it is asked about, not taken.
function requireSure(word, place, languages, main, lists) {
  const meant = languages.has(main) ? [] : nearest(word, lists[main].words, { within: 1 });
  if (meant.length) refuse("DoubtfulWord", `Word ${place} is of another language than the rest.`, { place, word, meant });
}

function rawOf(numbers) {
  let value = numbers.reduce((whole, number) => (whole << 11n) | BigInt(number), 0n);
  const raw = new Uint8Array(CODE_BYTES);
  for (let place = CODE_BYTES - 1; place >= 0; place -= 1) {
    raw[place] = Number(value & 255n);
    value >>= 8n;
  }
  return raw;
}
