// Attachments: each file under a key of its own, in pieces of 256 KiB, each found by its hash.
import { sha256 } from "@noble/hashes/sha2.js";
import { newIdentity, recipientOf, sealTo, unseal } from "./age_file.js";
import { fromHex, hashHex, toHex } from "./bytes.js";
import { typedText } from "./canonical.js";
import { SealingRefusal, refuse } from "./refusal.js";

export const CHUNK_BYTES = 262144;
export const LARGEST_FILE = 41943040;

// Seal a Blob piece by piece, holding one piece at a time; `store(hash, ciphertext)` is awaited for each.
// Gives {inside, chunks}: `inside` goes into the narrative, `chunks` are the hashes in order.
export async function sealFile(blob, { name, media, store, onProgress = () => {} }) {
  if (blob.size > LARGEST_FILE) refuse("FileTooLarge", `${name} has more than ${LARGEST_FILE} bytes.`, { name });
  const key = newIdentity();
  const recipient = recipientOf(key);
  const whole = sha256.create();
  const chunks = [];
  const pieces = Math.max(1, Math.ceil(blob.size / CHUNK_BYTES));
  for (let place = 0; place < pieces; place += 1) {
    const slice = blob.slice(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES);
    const piece = new Uint8Array(await slice.arrayBuffer());
    whole.update(piece);
    const ciphertext = await sealTo(filledUp(piece), [recipient]);
    chunks.push(hashHex(ciphertext));
    await store(chunks.at(-1), ciphertext);
    onProgress((place + 1) / pieces);
  }
  const inside = {
    name: typedText(name),
    media: typedText(media),
    bytes: blob.size,
    sha256: toHex(whole.digest()),
    chunks: hashOfChunks(chunks),
    key,
  };
  return { inside, chunks };
}

// The content of an attachment from its pieces in order; a missing, moved or changed one is refused.
export async function openFile(inside, pieces) {
  const content = new Uint8Array(inside.bytes);
  const chunks = [];
  for (const ciphertext of pieces) {
    const piece = await openedPiece(inside, ciphertext);
    const at = chunks.length * CHUNK_BYTES;
    content.set(piece.subarray(0, Math.max(0, inside.bytes - at)), Math.min(at, inside.bytes));
    chunks.push(hashHex(ciphertext));
  }
  const whole = toHex(sha256(content));
  const tooFew = chunks.length * CHUNK_BYTES < inside.bytes;
  if (tooFew || hashOfChunks(chunks) !== inside.chunks || whole !== inside.sha256) refuseChanged(inside);
  return content;
}

// One hash over the hashes of all pieces in their order.
export const hashOfChunks = (chunks) => hashHex(...chunks.map(fromHex));

function filledUp(piece) {
  const full = new Uint8Array(CHUNK_BYTES);
  full.set(piece);
  return full;
}

async function openedPiece(inside, ciphertext) {
  try {
    const piece = await unseal(ciphertext, inside.key);
    return piece.length === CHUNK_BYTES ? piece : refuseChanged(inside);
  } catch (error) {
    if (error instanceof SealingRefusal) refuseChanged(inside);
    throw error;
  }
}

function refuseChanged(inside) {
  refuse("FileChanged", `The attachment «${inside.name}» is not what the sender attached.`, { name: inside.name });
}
