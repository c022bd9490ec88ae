// Bytes, their spellings as text, and hashes: one spelling each, any other is refused.
import { sha256 } from "@noble/hashes/sha2.js";

export const utf8 = (text) => new TextEncoder().encode(text);
export const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
export const hash = (...parts) => sha256(joined(...parts));
export const hashHex = (...parts) => toHex(hash(...parts));

// Any name of a key or hash: 64 lower-case hexadecimal digits.
export const isHex64 = (text) => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);

export function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function same(left, right) {
  return left.length === right.length && left.every((byte, place) => byte === right[place]);
}

export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function fromHex(text) {
  if (typeof text !== "string" || text.length % 2 || !/^[0-9a-f]*$/.test(text)) throw new TypeError("not hexadecimal");
  return Uint8Array.from({ length: text.length / 2 }, (_, place) => parseInt(text.slice(2 * place, 2 * place + 2), 16));
}

export function toBase64(bytes) {
  let binary = "";
  // In slices: an argument list of a whole file would overflow the stack.
  for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(binary);
}

export function fromBase64(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (toBase64(bytes) !== text) throw new TypeError("not the one spelling of these bytes in base64");
  return bytes;
}

// The same items in an order that nobody can foresee (Fisher and Yates, without modulo bias).
export function shuffled(items) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function randomBelow(limit) {
  const ceiling = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < ceiling) return drawn % limit;
  }
}
