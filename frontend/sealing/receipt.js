// What a receipt shows, offline: the promise, the proof from the next batch on, and who vouches for the log.
// The answers are those of `qorgau receipt verify`.
import { fromHex, hash, joined, same, textOf, toHex, utf8 } from "./bytes.js";
import { base64Bytes, cosigners, readNote, requireSignature } from "./note.js";
import { SealingRefusal, refuse } from "./refusal.js";

const PROOF_HEADER = "c2sp.org/tlog-proof@v1";
const PROMISE_HEADER = "qorgau/promise/v1";
const LEAF_TAG = utf8("qorgau/leaf/v1\0");

export const STATES = ["proven", "promised", "promise_broken", "not_proof_yet", "refused"];

// C = SHA-256(tag || salt || entry): it fixes an entry and tells nothing of it.
export function commitmentOf(entry, salt) {
  if (salt.length !== 32) refuse("WrongSalt", "The salt has not 32 bytes.");
  return hash(LEAF_TAG, salt, entry);
}

// {state, why, detector?, commitment?, index?, size?, witnesses} as of a time (seconds, UTC).
// entry (bytes) and salt (hex), where the holder was given them, must recompute to the commitment.
export function verifyReceipt(written, trust, { asOf, entry, salt }) {
  try {
    const receipt = readReceipt(written);
    const promise = checkedPromise(receipt.promise, trust, { entry, salt });
    return receipt.proof === null ? promised(promise, asOf) : proven(receipt.proof, promise, trust);
  } catch (error) {
    if (!(error instanceof SealingRefusal)) throw error;
    return { state: "refused", why: error.message, detector: error.detector, witnesses: [] };
  }
}

// The promise {origin, commitment, mergeBy} of a signed note, if this key signed it.
export function openPromise(note, key) {
  requireSignature(note, key);
  const lines = note.text.split("\n");
  if (lines.length !== 5 || lines[0] !== PROMISE_HEADER || lines[4]) {
    refuse("MalformedPromise", `A promise has four lines, the first of them ${PROMISE_HEADER}.`);
  }
  const commitment = base64Bytes(lines[2], "MalformedPromise");
  if (!lines[1] || commitment.length !== 32) refuse("MalformedPromise", "A promise names a log and a commitment of 32 bytes.");
  return { origin: lines[1], commitment, mergeBy: countFrom(lines[3], "MalformedPromise") };
}

// Refuse unless the leaf stands at `index` in the tree of `size` and `root` (RFC 9162, 2.1.3).
export function requireInclusion(leaf, { index, size, root, path }) {
  if (index < 0 || index >= size) refuse("NotIncluded", `Index ${index} lies outside a tree of ${size} leaves.`);
  let place = index;
  let last = size - 1;
  let reached = leaf;
  for (const sibling of path) {
    if (last === 0) refuse("NotIncluded", `The proof has too many hashes for ${size} leaves.`);
    if (place % 2 || place === last) {
      reached = nodeHash(sibling, reached);
      while (place % 2 === 0 && place) [place, last] = [half(place), half(last)];
    } else {
      reached = nodeHash(reached, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last) refuse("NotIncluded", `The proof has too few hashes for ${size} leaves.`);
  if (!same(reached, root)) refuse("NotIncluded", "The proof leads to another root: the leaf is not where it claims to be.");
}

function readReceipt(written) {
  if (!written.startsWith(PROOF_HEADER)) return { promise: readNote(written), proof: null };
  const gap = written.indexOf("\n\n");
  const lines = written.slice(0, gap).split("\n");
  if (gap < 0 || lines.shift() !== PROOF_HEADER) refuse("MalformedProof", "This is not a proof, or it holds no checkpoint.");
  if (!lines[0]?.startsWith("extra ")) refuse("MalformedProof", "The proof carries no promise.");
  const promise = readNote(decodedText(base64Bytes(lines.shift().slice(6), "MalformedProof")));
  const [word, count] = (lines.shift() ?? "").split(/ (.*)/s);
  if (word !== "index" || count === undefined || lines.length > 63) refuse("MalformedProof", "The proof names no index.");
  const path = lines.map((line) => base64Bytes(line, "MalformedProof"));
  if (path.some((each) => each.length !== 32)) refuse("MalformedProof", "A hash in the proof has not 32 bytes.");
  const index = countFrom(count, "MalformedProof");
  return { promise, proof: { index, path, checkpoint: readNote(written.slice(gap + 2)) } };
}

function checkedPromise(note, trust, { entry, salt }) {
  const promise = openPromise(note, trust.promise);
  if (promise.origin !== trust.log.name) refuse("PromiseOfOtherLog", `The promise is for the log ${promise.origin}.`);
  if ((entry === undefined) !== (salt === undefined)) refuse("OtherEntry", "Give entry and salt together.");
  if (entry !== undefined && !same(commitmentOf(entry, saltBytes(salt)), promise.commitment)) {
    refuse("OtherEntry", "This entry with this salt gives another commitment than the receipt's. Keep all three.");
  }
  return promise;
}

function promised(promise, asOf) {
  const running = asOf <= promise.mergeBy;
  return {
    state: running ? "promised" : "promise_broken",
    why: running
      ? "Promised, not yet in the log. Fetch the full receipt after the promised time."
      : "The promised time has passed and this receipt holds no proof. Ask the log for it; if it gives none, this is evidence.",
    commitment: toHex(promise.commitment),
    mergeBy: promise.mergeBy,
    witnesses: [],
  };
}

function proven(proof, promise, trust) {
  requireSignature(proof.checkpoint, trust.log);
  const { origin, size, root } = readCheckpoint(proof.checkpoint.text);
  if (origin !== trust.log.name) refuse("OtherLog", `The checkpoint is of the log ${origin}.`);
  const leaf = hash(Uint8Array.of(0), promise.commitment);
  requireInclusion(leaf, { index: proof.index, size, root, path: proof.path });
  const cosigned = cosigners(proof.checkpoint, trust.witnesses.map((each) => each.key));
  const witnesses = trust.witnesses.filter((each) => cosigned.includes(each.key));
  const enough = witnesses.length >= trust.needed && witnesses.some((each) => each.outside);
  return {
    state: enough ? "proven" : "not_proof_yet",
    why: enough ? "In the log, and enough witnesses vouch for the log." : lacking(witnesses, trust),
    commitment: toHex(promise.commitment),
    index: proof.index,
    size,
    witnesses: witnesses.map(({ key, body, outside }) => ({ name: key.name, body, outside })),
  };
}

function lacking(witnesses, trust) {
  const outside = witnesses.some((each) => each.outside) ? "there" : "missing";
  return (
    `${witnesses.length} of ${trust.witnesses.length} pinned witnesses have cosigned; ${trust.needed} are needed, ` +
    `one of them outside the State (${outside}). Fetch the receipt again later.`
  );
}

function readCheckpoint(text) {
  const lines = text.split("\n");
  if (lines.length < 4 || lines.pop() !== "" || lines.includes("")) {
    refuse("MalformedCheckpoint", "A checkpoint has at least three non-empty lines: origin, size and root.");
  }
  const root = base64Bytes(lines[2], "MalformedCheckpoint");
  if (root.length !== 32) refuse("MalformedCheckpoint", "The root has not 32 bytes.");
  return { origin: lines[0], size: countFrom(lines[1], "MalformedCheckpoint"), root };
}

function countFrom(text, detector) {
  const count = Number(text);
  if (!/^[0-9]{1,16}$/.test(text) || String(count) !== text || !Number.isSafeInteger(count)) refuse(detector, `${text} is not a count.`);
  return count;
}

function saltBytes(salt) {
  try {
    return fromHex(salt);
  } catch {
    return refuse("WrongSalt", "The salt is not hexadecimal. Copy the 64 digits you were given.");
  }
}

function decodedText(bytes) {
  try {
    return textOf(bytes);
  } catch {
    return refuse("MalformedProof", "The promise in the proof is not text.");
  }
}

const nodeHash = (left, right) => hash(Uint8Array.of(1), joined(left, right));
const half = (number) => Math.floor(number / 2);
