// The trust file: the keys a reader relies on, pinned beforehand and by another way than receipts.
import { toHex } from "./bytes.js";
import { isGroup, readGroup } from "./canonical.js";
import { COSIGNATURE, NOTE, readKey } from "./note.js";
import { refuse } from "./refusal.js";

const NAMES = ["log", "needed", "origin", "promise", "qorgau_trust", "witnesses"];
const WITNESS_NAMES = ["body", "key", "outside_the_state"];

// {log, promise, witnesses: [{key, body, outside}], needed} of a trust file's text.
export function readTrust(text) {
  const group = readGroup(text, "The trust file");
  if (Object.keys(group).sort().join() !== NAMES.join() || group.qorgau_trust !== 1 || !Array.isArray(group.witnesses)) {
    refuse("UntrustworthyTrust", "The trust file must be of version 1 and list its witnesses.");
  }
  const trust = {
    log: usedKey(group.log, NOTE),
    promise: usedKey(group.promise, NOTE),
    witnesses: group.witnesses.map(readWitness),
    needed: group.needed,
  };
  if (trust.log.name !== group.origin) refuse("UntrustworthyTrust", "The origin is not the name of the log's key.");
  requireDistinct([trust.log, trust.promise, ...trust.witnesses.map((each) => each.key)]);
  requireEnough(trust);
  return trust;
}

function readWitness(group) {
  const named = isGroup(group) && Object.keys(group).sort().join() === WITNESS_NAMES.join();
  if (!named || typeof group.body !== "string" || !group.body || typeof group.outside_the_state !== "boolean") {
    refuse("UntrustworthyTrust", "A witness needs a key, a body and outside_the_state.");
  }
  return { key: usedKey(group.key, COSIGNATURE), body: group.body, outside: group.outside_the_state };
}

function usedKey(written, use) {
  if (typeof written !== "string") refuse("UntrustworthyTrust", "A key in the trust file is not text.");
  const key = readKey(written.trim());
  if (key.use !== use) refuse("UntrustworthyTrust", `The key ${key.name} is pinned for another use than its own.`);
  return key;
}

// A cosignature does not name its witness, so one key under two names would count twice.
function requireDistinct(keys) {
  const distinct = (spelling) => new Set(keys.map(spelling)).size === keys.length;
  if (!distinct((key) => toHex(key.publicKey)) || !distinct((key) => key.name)) {
    refuse("UntrustworthyTrust", "One key or one name is pinned in two places.");
  }
}

function requireEnough({ witnesses, needed }) {
  if (witnesses.length < 3 || !witnesses.some((each) => each.outside)) {
    refuse("UntrustworthyTrust", "Pin at least 3 witnesses, one of them outside the State.");
  }
  if (!Number.isSafeInteger(needed) || needed < 2 || needed > witnesses.length) {
    refuse("UntrustworthyTrust", `${needed} cosignatures are asked for; choose 2 to ${witnesses.length}.`);
  }
}
