// The envelope: a narrative and an identity, sealed apart, and the commitment P to the plain text.
import { randomRecipient, sealTo, sealedSize, unseal } from "./age_file.js";
import { fromBase64, fromHex, hash, hashHex, isHex64, joined, randomBytes, same, toBase64, toHex, utf8 } from "./bytes.js";
import { readGroup } from "./canonical.js";
import { identityBytes, narrativeBytes, readIdentity, readNarrative } from "./narrative.js";
import { IDENTITY_BYTES, MOST_STEPS, NARRATIVE_STEP, READERS, paddedToStep, withoutPadding } from "./padding.js";
import { refuse } from "./refusal.js";

const NONCE_BYTES = 32;
const NAMES = ["P", "box_ed", "files", "identity", "narrative", "to"];
const AGE = utf8("age-encryption.org/v1\n");

// The sizes that this protocol gives; any other would mark its sender among the others.
export const NARRATIVE_SIZES = Array.from({ length: MOST_STEPS }, (_, step) => sealedSize((step + 1) * NARRATIVE_STEP, READERS));
export const IDENTITY_SIZE = sealedSize(IDENTITY_BYTES, READERS);

// narrative: {text, place, accused, dates, particulars, files}; identity: {name, contact, safe, particulars} or null.
// to, npm: checked manifests; chosen: at most two further readers; told: at most three who may read the identity;
// files: what `sealFile` gave. Gives {to, boxEd, narrative, identity, P, files}.
export async function seal(narrative, identity, { to, npm, mailbox, chosen = [], told = [], files = [] }) {
  const plain = narrativeBytes({ ...narrative, files: files.map((each) => each.inside) }, mailbox);
  const named = identityBytes(identity ?? {}, mailbox.boxEd);
  const nonce = randomBytes(NONCE_BYTES);
  const readers = [to.x25519, npm.x25519, to.recovery, ...chosen.map((each) => each.x25519)];
  const identityReaders = [npm.x25519, npm.recovery, ...told.map((each) => each.x25519)];
  const paddedIdentity = paddedToStep(named, { step: IDENTITY_BYTES, most: 1 });
  return {
    to: to.body,
    boxEd: mailbox.boxEd,
    narrative: await sealTo(paddedToStep(joined(nonce, plain)), fiveReaders(readers)),
    identity: await sealTo(paddedIdentity, fiveReaders(identityReaders)),
    P: plainCommitment(plain, nonce),
    files: files.map((each) => each.chunks),
  };
}

// These keys, each once, filled up to five with keys that nobody holds.
export function fiveReaders(readers) {
  const distinct = [...new Set(readers)];
  if (distinct.length > READERS) refuse("TooManyReaders", "More readers are chosen than an envelope has room for.");
  return [...distinct, ...Array.from({ length: READERS - distinct.length }, randomRecipient)];
}

// P = SHA-256(tag || nonce || N): it binds the sender to the text and tells nothing of it.
export const plainCommitment = (plain, nonce) => hash(utf8("qorgau/plain/v1\0"), nonce, plain);

// The body of the POST.
export function envelopeJson(envelope) {
  return JSON.stringify({
    to: envelope.to,
    box_ed: envelope.boxEd,
    narrative: toBase64(envelope.narrative),
    identity: toBase64(envelope.identity),
    P: toHex(envelope.P),
    files: envelope.files,
  });
}

// What the entry of an envelope must hold as `sealed`.
export function entryFacts(envelope) {
  return {
    narrative: hashHex(envelope.narrative),
    identity: hashHex(envelope.identity),
    plain: toHex(envelope.P),
    files: envelope.files.map((chunks) => ({ chunks })),
  };
}

// Read the body of a POST strictly.
export function readEnvelope(text) {
  const group = readGroup(text, "The envelope");
  const names = Object.keys(group).sort();
  if (names.join() !== NAMES.join()) refuse("MalformedEnvelope", `An envelope has exactly the names ${NAMES.join(", ")}.`);
  if (!isHex64(group.box_ed) || !isHex64(group.P) || typeof group.to !== "string") {
    refuse("MalformedEnvelope", "box_ed and P of an envelope have 64 hexadecimal digits each.");
  }
  return {
    to: group.to,
    boxEd: group.box_ed,
    narrative: sizedCiphertext(group.narrative, NARRATIVE_SIZES),
    identity: sizedCiphertext(group.identity, [IDENTITY_SIZE]),
    P: fromHex(group.P),
    files: chunkLists(group.files),
  };
}

// Ciphertext from base64 in its one spelling.
export function ciphertextFrom(text) {
  let bytes;
  try {
    bytes = fromBase64(text);
  } catch {
    refuse("MalformedEnvelope", "A ciphertext is not base64. Send it again.");
  }
  if (!same(bytes.subarray(0, AGE.length), AGE)) refuse("MalformedEnvelope", "A ciphertext is not an age file.");
  return bytes;
}

// {narrative, nonce, plain} for whoever holds one of the keys.
export async function openNarrative(ciphertext, identity) {
  const content = withoutPadding(await unseal(ciphertext, identity));
  if (content.length <= NONCE_BYTES) refuse("MalformedEnvelope", "The narrative is shorter than its nonce.");
  const plain = content.slice(NONCE_BYTES);
  return { narrative: readNarrative(plain), nonce: content.slice(0, NONCE_BYTES), plain };
}

// Refuse unless P commits to exactly this opened narrative.
export function checkP({ plain, nonce }, P) {
  if (!same(plainCommitment(plain, nonce), P)) {
    refuse("PlainTextDiffers", "The narrative does not give the commitment P of its entry. Keep both and tell the NPM.");
  }
}

// Who wrote, for whoever holds one of the identity's keys; empty when anonymous.
export async function openIdentity(ciphertext, key, { boxEd }) {
  return readIdentity(withoutPadding(await unseal(ciphertext, key), IDENTITY_BYTES), boxEd);
}

function sizedCiphertext(text, sizes) {
  const bytes = ciphertextFrom(text);
  if (!sizes.includes(bytes.length)) refuse("MalformedEnvelope", `${bytes.length} bytes were not sealed by this protocol.`);
  return bytes;
}

function chunkLists(files) {
  const wellFormed = (chunks) => Array.isArray(chunks) && chunks.length > 0 && chunks.every(isHex64);
  if (!Array.isArray(files) || !files.every(wellFormed)) {
    refuse("MalformedEnvelope", "files lists, for each attachment, the hashes of its pieces.");
  }
  return files;
}
