// What the page checks when the server has taken an envelope: that it entered this one and nothing more.
import { same, textOf, utf8 } from "./bytes.js";
import { isGroup } from "./canonical.js";
import { entryFacts } from "./envelope.js";
import { readNote } from "./note.js";
import { commitmentOf, openPromise } from "./receipt.js";
import { SealingRefusal, refuse } from "./refusal.js";

const FIELDS = ["by", "corrects", "facts", "for", "happened", "id", "instance", "kind", "objects", "personal", "recorded", "sealed", "v"];
const ROLES = ["body", "box", "complaint", "request"];
const HOUR = 3600;

// The promise, if the entry is exactly this envelope's, tells no more than it may, and C follows from it.
// answer: {entry, salt, commitment: bytes, promise: text}; promiseKey: readKey(...); origin: the log's name.
export function checkLodged(envelope, answer, { promiseKey, origin }) {
  const entry = readEntry(answer.entry);
  if (!same(commitmentOf(answer.entry, answer.salt), answer.commitment)) {
    refuse("CommitmentDiffers", "The commitment is not that of the entry returned.");
  }
  const promise = checkedPromise(answer.promise, promiseKey);
  requireThisEnvelope(entry, envelope);
  requireNoMore(entry);
  if (!same(promise.commitment, answer.commitment) || promise.origin !== origin) {
    refuse("PromiseNotKept", "The promise is for another commitment or log. Keep it as evidence.");
  }
  return promise;
}

function readEntry(bytes) {
  let entry;
  try {
    entry = JSON.parse(textOf(bytes));
  } catch {
    refuse("PromiseNotKept", "The entry cannot be read.");
  }
  if (!isGroup(entry) || Object.keys(entry).sort().join() !== FIELDS.join() || !same(utf8(canonical(entry)), bytes)) {
    refuse("PromiseNotKept", "The entry is not in its one canonical form.");
  }
  return entry;
}

function checkedPromise(written, key) {
  try {
    return openPromise(readNote(written), key);
  } catch (error) {
    if (!(error instanceof SealingRefusal)) throw error;
    return refuse("PromiseNotKept", error.message);
  }
}

function requireThisEnvelope(entry, envelope) {
  const ours = { sealed: entryFacts(envelope), for: envelope.to, box: [envelope.boxEd] };
  const theirs = { sealed: entry.sealed, for: entry.for, box: entry.objects.box ?? [] };
  const other = Object.keys(ours).find((name) => canonical(ours[name]) !== canonical(theirs[name]));
  if (other) refuse("OtherEnvelopeEntered", `The server entered another ${other} than the one sent.`, { name: other });
}

function requireNoMore(entry) {
  const told = [entry.recorded % HOUR, entry.by, entry.facts, entry.personal, entry.happened, entry.corrects];
  const allowed = [0, "mailbox", { way: "mailbox" }, {}, [], null];
  if (canonical(told) !== canonical(allowed) || Object.keys(entry.objects).some((role) => !ROLES.includes(role))) {
    refuse("EntryTellsTooMuch", "The entry holds more than the hour, the body and hashes. Tell the NPM.");
  }
}

// Canonical JSON of any value that JSON.parse gives; entries hold null, what is sealed does not.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isGroup(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}
