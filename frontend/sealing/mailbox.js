// The mailbox that follows from a code: whoever holds the code holds the mailbox, and nobody else.
import { ed25519 } from "@noble/curves/ed25519.js";
import { hkdf } from "@noble/hashes/hkdf.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { identityFrom, recipientOf } from "./age_file.js";
import { fromHex, toHex, utf8 } from "./bytes.js";

const COST = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 };

// {identity, recipient, boxX, boxEd, sign(message) -> hex} of a code's eleven bytes at an instance.
export async function mailboxOf(raw, { origin, onProgress }) {
  const stretched = await scryptAsync(raw, utf8(`qorgau/code/v1\n${origin}`), { ...COST, onProgress });
  const identity = identityFrom(derived(stretched, "mailbox-x25519"));
  const seed = derived(stretched, "mailbox-ed25519");
  const recipient = recipientOf(identity);
  return {
    identity,
    recipient,
    boxX: recipient,
    boxEd: toHex(ed25519.getPublicKey(seed)),
    sign: (message) => toHex(ed25519.sign(message, seed)),
  };
}

// Tell whether the key `by` (hexadecimal) made this signature (hexadecimal) over this message.
export function isSigned(message, { signature, by }) {
  try {
    return ed25519.verify(fromHex(signature), message, fromHex(by), { zip215: false });
  } catch {
    return false;
  }
}

function derived(secret, label) {
  return hkdf(sha256, secret, undefined, utf8(label), 32);
}
