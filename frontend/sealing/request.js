// Requests of a mailbox to the server, and its answers of always 16 KiB.
import { isHex64, joined, utf8 } from "./bytes.js";
import { canonicalJson, isGroup, readGroup } from "./canonical.js";
import { ciphertextFrom } from "./envelope.js";
import { refuse } from "./refusal.js";

export const ANSWER_BYTES = 16384;
const TAG = utf8("qorgau/fetch/v1\0");

// The body of the POST: the server's nonce signed for this act at this instance.
// act: "fetch" or "delete" (replies up to number `after`).
export function signRequest(mailbox, { nonce, origin, act = "fetch", after = 0 }) {
  if (!isHex64(nonce)) refuse("MalformedRequest", "The server's nonce has not 64 hexadecimal digits.");
  const message = joined(TAG, canonicalJson({ act, box: mailbox.boxEd, nonce, after, origin }));
  return { act, box_ed: mailbox.boxEd, nonce, after, signature: mailbox.sign(message) };
}

// {status, messages: [ciphertext], more} of an answer; one of another size was cut or changed.
export function readAnswer(bytes) {
  if (bytes.length !== ANSWER_BYTES) refuse("NotReadable", `The answer has ${bytes.length} bytes, not ${ANSWER_BYTES}.`);
  const group = readGroup(bytes, "The answer");
  if (!isGroup(group.status) || !Array.isArray(group.messages)) refuse("NotReadable", "The answer lacks its parts.");
  return { status: group.status, messages: group.messages.map(ciphertextFrom), more: Boolean(group.more) };
}
