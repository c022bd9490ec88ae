// One spelling for what is signed and hashed: canonical JSON (RFC 8785) of integers and text.
import { same, textOf, utf8 } from "./bytes.js";
import { refuse } from "./refusal.js";

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Named values as canonical JSON in UTF-8 bytes.
export function canonicalJson(group) {
  if (!isGroup(group)) refuse("NotReadable", "Only named values are sealed.");
  return utf8(written(group, "what is sealed"));
}

// Named values from their canonical bytes; the same values in any other bytes are refused.
export function readCanonical(bytes, what) {
  const group = readGroup(bytes, what);
  if (!same(canonicalJson(group), bytes)) refuse("NotReadable", `${what} is not in its one canonical spelling.`);
  return group;
}

// Named values from JSON.
export function readGroup(bytes, what) {
  let group;
  try {
    group = JSON.parse(typeof bytes === "string" ? bytes : textOf(bytes));
  } catch (error) {
    refuse("NotReadable", `${what} cannot be read as JSON (${error.message}). Take the original.`);
  }
  if (!isGroup(group)) refuse("NotReadable", `${what} does not hold named values.`);
  return group;
}

// What a person typed: composed form (NFC), plain line ends, nothing unseen.
export function typedText(text) {
  return String(text).replace(/\r\n?/g, "\n").replace(UNSEEN, "").replace(LONE_SURROGATE, "").normalize("NFC");
}

export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function written(value, at) {
  if (typeof value === "string") return JSON.stringify(checkedText(value, at));
  if (Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map((each, place) => written(each, `${at}[${place}]`)).join(",")}]`;
  if (isGroup(value)) return writtenGroup(value, at);
  return refuse("NotReadable", `${at} is neither a whole number nor text. Write it as text.`);
}

function writtenGroup(group, at) {
  const names = Object.keys(group).sort();
  const odd = names.find((name) => !NAME.test(name));
  if (odd !== undefined) refuse("NotReadable", `A name in ${at} is ${JSON.stringify(odd)}. Rename it.`);
  return `{${names.map((name) => `${JSON.stringify(name)}:${written(group[name], `${at}.${name}`)}`).join(",")}}`;
}

function checkedText(text, at) {
  if (typedText(text) !== text) refuse("NotReadable", `${at} holds unseen characters or is not in NFC.`);
  return text;
}
