// Bech32 (BIP 173), in which age writes its keys: a checksum notices a mistyped letter.
import { refuse } from "./refusal.js";

const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

export function bech32From(prefix, bytes) {
  const values = regrouped(bytes, 8, 5, true);
  return `${prefix}1${[...values, ...checksum(prefix, values)].map((value) => LETTERS[value]).join("")}`;
}

export function bytesFromBech32(text, prefix) {
  const lower = String(text).toLowerCase();
  if (![lower, lower.toUpperCase()].includes(text) || !lower.startsWith(`${prefix}1`)) {
    refuse("MalformedAgeKey", `This is not a key that begins with ${prefix}1. Copy it again whole.`);
  }
  const values = [...lower.slice(prefix.length + 1)].map((letter) => LETTERS.indexOf(letter));
  if (values.includes(-1) || values.length < 6 || polymod([...expanded(prefix), ...values]) !== 1) {
    refuse("MalformedAgeKey", "The key's check letters do not fit: a letter was changed. Copy it again.");
  }
  return Uint8Array.from(regrouped(values.slice(0, -6), 5, 8, false));
}

function checksum(prefix, values) {
  const rest = polymod([...expanded(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  return Array.from({ length: 6 }, (_, place) => (rest >>> (5 * (5 - place))) & 31);
}

function expanded(prefix) {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values) {
  let rest = 1;
  for (const value of values) {
    const top = rest >>> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((term, place) => {
      if ((top >>> place) & 1) rest ^= term;
    });
  }
  return rest >>> 0;
}

function regrouped(values, width, newWidth, pad) {
  const out = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << width) | value;
    bits += width;
    while (bits >= newWidth) {
      bits -= newWidth;
      out.push((held >>> bits) & ((1 << newWidth) - 1));
    }
    held &= (1 << bits) - 1;
  }
  if (pad && bits) out.push((held << (newWidth - bits)) & ((1 << newWidth) - 1));
  if (!pad && (bits >= width || held)) refuse("MalformedAgeKey", "The key has letters left over. Copy it again.");
  return out;
}
