// Messages between a mailbox and a body: signed, numbered and chained, in the size of a narrative.
import { sealTo, unseal } from "./age_file.js";
import { hashHex, isHex64, joined, utf8 } from "./bytes.js";
import { canonicalJson, readCanonical, typedText } from "./canonical.js";
import { fiveReaders } from "./envelope.js";
import { isSigned } from "./mailbox.js";
import { checkedFile, fileGroup } from "./narrative.js";
import { paddedToStep, withoutPadding } from "./padding.js";
import { refuse } from "./refusal.js";

export const BOX = "box";
export const ABOUT = ["message", "evidence", "reprisal", "transfer", "withdrawal"];
const TAG = utf8("qorgau/msg/v1\0");
const NAMES = ["about", "box", "files", "from", "prev", "seq", "signature", "text", "to"];

// What the next message of the same sender names as `prev`; the first one names the narrative's hash.
export const messageHash = (ciphertext) => hashHex(ciphertext);

// Seal what the holder of the code says, for the body and the NPM.
// message: {seq, prev, text, about, files}; to, npm: checked manifests.
export async function sealFromBox(message, { mailbox, to, npm }) {
  const rest = {
    from: BOX,
    to: to.body,
    box: mailbox.boxEd,
    seq: message.seq,
    prev: message.prev,
    about: message.about ?? "message",
    text: typedText(message.text),
    files: (message.files ?? []).map((each) => fileGroup(each.inside)),
  };
  const signature = mailbox.sign(joined(TAG, canonicalJson(rest)));
  const content = canonicalJson({ ...rest, signature });
  return sealTo(paddedToStep(content), fiveReaders([to.x25519, npm.x25519, to.recovery]));
}

// Open a message and require that its sender signed it; keys: {body: [public signing keys, hex]}.
export async function openMessage(ciphertext, identity, { keys = {} } = {}) {
  const group = readCanonical(withoutPadding(await unseal(ciphertext, identity)), "The message");
  const { signature, ...rest } = group;
  if (Object.keys(group).sort().join() !== NAMES.join() || !ABOUT.includes(rest.about) || !isHex64(rest.box)) {
    refuse("NotReadable", "A message is in a form this page does not know.");
  }
  rest.files.forEach(checkedFile);
  const known = rest.from === BOX ? [rest.box] : (Object.hasOwn(keys, rest.from) ? keys[rest.from] : []);
  const message = joined(TAG, canonicalJson(rest));
  if (!known.some((by) => isSigned(message, { signature, by }))) {
    refuse("MessageRefused", `The message that says it is from ${rest.from} is not signed by any key of theirs.`, { from: rest.from });
  }
  return rest;
}

// Refuse unless these are all messages of one sender in one mailbox, in order.
// received: [{ciphertext, message}]; narrative: the hash of the narrative's ciphertext.
export function requireChain(received, { from, box, narrative }) {
  received.reduce((expected, { ciphertext, message }, place) => {
    if (message.from !== from || message.box !== box) refuse("MessageRefused", `Message ${place + 1} is not from ${from}.`);
    if (message.seq !== place + 1 || message.prev !== expected) {
      refuse("MessageGap", `Message ${message.seq} from ${from} stands where message ${place + 1} must stand.`, { from, place: place + 1 });
    }
    return messageHash(ciphertext);
  }, narrative);
}

// The numbers of one sender's messages that are not here: deleted by the code's holder, or held back; the holder knows which.
// What is here must be in order, and each must name the one before it; else it is refused.
export function missingNumbers(received, { from, narrative }) {
  const missing = [];
  let next = 1;
  let expected = narrative;
  for (const { ciphertext, message } of received) {
    if (message.from !== from || message.seq < next) refuse("MessageGap", `Message ${message.seq} from ${from} is repeated or moved.`, { from });
    for (; next < message.seq; next += 1) {
      missing.push(next);
      expected = null;
    }
    if (expected !== null && message.prev !== expected) refuse("MessageGap", `Another message came before ${message.seq}.`, { from });
    expected = messageHash(ciphertext);
    next += 1;
  }
  return missing;
}
