// Signed notes (C2SP signed-note) and the keys that sign them, read as strictly as in qorgau.ledger.
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromBase64, hash, joined, same, toHex, utf8 } from "./bytes.js";
import { refuse } from "./refusal.js";

export const NOTE = 1;
export const COSIGNATURE = 4;
const DASH = "\u2014 ";
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

// {name, use, publicKey, id} of a key written as name+id+base64.
export function readKey(written) {
  const [name, id, ...rest] = written.split("+");
  const material = base64Bytes(rest.join("+"), "MalformedKey");
  const key = { name, use: material[0], publicKey: material.slice(1) };
  key.id = hash(utf8(`${name}\n`), material).slice(0, 4);
  const known = [NOTE, COSIGNATURE].includes(key.use) && key.publicKey.length === 32;
  if (!name || /\s/.test(name) || !known || id !== toHex(key.id)) {
    refuse("MalformedKey", `The key ${name} is not in its form, or a character of it was changed.`);
  }
  return key;
}

// {text, signatures: [{name, id, raw}]}; nothing in it may be believed before `requireSignature`.
export function readNote(written) {
  const gap = written.lastIndexOf("\n\n");
  if (written.length > 1000000 || CONTROL.test(written) || gap < 0 || !written.endsWith("\n")) {
    refuse("MalformedNote", "This is not a signed note. Take the file as it was issued.");
  }
  const lines = written.slice(gap + 2).split("\n").slice(0, -1);
  if (!lines.length || lines.length > 64) refuse("MalformedNote", "A note has 1 to 64 signatures.");
  return { text: written.slice(0, gap + 1), signatures: lines.map(readSignature) };
}

// Refuse unless this key signed this note; signatures by other keys are left aside.
export function requireSignature(note, key) {
  const claimed = note.signatures.filter((each) => claims(each, key));
  if (!claimed.length) refuse("NotSigned", `No signature by ${key.name} stands under this note.`);
  const message = utf8(note.text);
  if (!claimed.every((each) => holds(key, message, each.raw))) {
    refuse("SignatureFails", `The signature by ${key.name} does not fit the text. Do not rely on it.`);
  }
}

// Which of these witnesses' keys have cosigned this checkpoint; a forged cosignature is refused, not skipped.
export function cosigners(note, keys) {
  return keys.filter((key) => {
    const claimed = note.signatures.filter((each) => claims(each, key));
    claimed.forEach((each) => requireCosignature(note, each, key));
    return claimed.length > 0;
  });
}

export function base64Bytes(text, detector) {
  try {
    return fromBase64(text);
  } catch {
    return refuse(detector, `${text.slice(0, 60)} is not base64 in its one spelling.`);
  }
}

function readSignature(line) {
  const [, name, written] = line.match(/^\u2014 (\S+) (\S+)$/u) ?? [];
  if (!line.startsWith(DASH) || !name) refuse("MalformedNote", `${line.slice(0, 60)} is not a signature line.`);
  const raw = base64Bytes(written, "MalformedNote");
  if (raw.length < 5) refuse("MalformedNote", `The signature by ${name} is cut short.`);
  return { name, id: raw.slice(0, 4), raw: raw.slice(4) };
}

function requireCosignature(note, signature, key) {
  const time = signature.raw.slice(0, 8);
  const at = time.reduce((whole, byte) => (whole << 8n) | BigInt(byte), 0n);
  if (!holds(key, utf8(`cosignature/v1\ntime ${at}\n${note.text}`), signature.raw.slice(8))) {
    refuse("SignatureFails", `The cosignature by ${key.name} does not fit this checkpoint. Tell the witness.`);
  }
}

function claims(signature, key) {
  return signature.name === key.name && same(signature.id, key.id);
}

export function holds(key, message, signature) {
  try {
    return ed25519.verify(joined(signature), message, key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}
