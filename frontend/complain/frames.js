// A sealed envelope in pictures for a camera: its JSON, compressed, in base 45, cut into numbered frames.
// The code is not in it, and nothing in it opens the mailbox.
import encodeQR from "qr";
import decodeQR from "qr/decode.js";

const MARK = "QG1";
const PER_FRAME = 1500; // a version-26 code at level M holds 1,542 such signs
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const MOST = 99;
const MASKS = 8;
const PIXELS = [2, 3, 4];

/** The frames of an envelope's JSON, as texts. */
export async function framesOf(envelope) {
  const packed = await through(new TextEncoder().encode(envelope), new CompressionStream("deflate-raw"));
  const text = base45(packed);
  const count = Math.ceil(text.length / PER_FRAME);
  if (count > MOST) throw new RangeError(`${count} frames are too many to show; use a file.`);
  const name = await shortHash(packed);
  return Array.from({ length: count }, (_, at) =>
    `${MARK}/${name}/${at + 1}.${count}/${text.slice(at * PER_FRAME, (at + 1) * PER_FRAME)}`,
  );
}

/**
 * A frame as rows of dark and light; version 26 for a full frame, so that all pictures have one size.
 *
 * Under one mask in fifteen the data looks so much like a corner's mark that a reader does not find the picture, however
 * often the camera looks: so each is read back at several sizes before it is shown, and drawn under another mask if need be.
 */
export function pictureOf(frame) {
  const drawn = (mask) => encodeQR(frame, "raw", { ecc: "medium", encoding: "alphanumeric", version: 26, border: 4, mask });
  const usual = drawn(undefined);
  if (isReadable(usual, frame)) return usual;
  for (let mask = 0; mask < MASKS; mask += 1) {
    const other = drawn(mask);
    if (isReadable(other, frame)) return other;
  }
  return usual;
}

const isReadable = (rows, frame) => PIXELS.every((size) => read(rows, size) === frame);

function read(rows, size) {
  try {
    return decodeQR(pixelsOf(rows, size), { cropToSquare: false });
  } catch {
    return undefined;
  }
}

/** The picture as a camera's pixels, so many to a module each way. */
export function pixelsOf(rows, size) {
  const side = rows.length * size;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (rows[Math.floor(y / size)][Math.floor(x / size)]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { width: side, height: side, data };
}

/** Collects frames in any order, of several envelopes at once, and gives an envelope once it is whole. */
export class Collector {
  #sets = new Map();

  /** { at, of, envelope? }, or nothing for a picture that is not ours. */
  async take(text) {
    const [mark, name, place, ...rest] = text.split("/");
    const [at, of] = (place ?? "").split(".").map(Number);
    if (mark !== MARK || !(at >= 1 && at <= of && of <= MOST)) return undefined;
    const set = this.#sets.get(name) ?? { of, parts: new Map() };
    if (set.of !== of) return undefined;
    this.#sets.set(name, set);
    set.parts.set(at, rest.join("/"));
    if (set.parts.size < of) return { at: set.parts.size, of };
    this.#sets.delete(name);
    const packed = unbase45(Array.from({ length: of }, (_, each) => set.parts.get(each + 1)).join(""));
    if ((await shortHash(packed)) !== name) return undefined;
    const whole = await through(packed, new DecompressionStream("deflate-raw"));
    return { at: of, of, envelope: new TextDecoder().decode(whole) };
  }
}

async function through(bytes, change) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(change)).arrayBuffer());
}

async function shortHash(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.slice(0, 4)].map((each) => each.toString(16).padStart(2, "0")).join("").toUpperCase();
}

/** RFC 9285. */
export function base45(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    let value = pair ? bytes[at] * 256 + bytes[at + 1] : bytes[at];
    for (let place = 0; place < (pair ? 3 : 2); place += 1) {
      text += LETTERS[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

export function unbase45(text) {
  const bytes = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((each) => LETTERS.indexOf(each));
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (digits.length < 2 || digits.includes(-1) || value > (digits.length === 3 ? 65_535 : 255)) throw new RangeError("not base 45");
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return new Uint8Array(bytes);
}
