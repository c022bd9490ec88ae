// Files of the format age, written and read by `age-encryption`; keys are made from bytes here.
import { Decrypter, Encrypter } from "age-encryption";
import { x25519 } from "@noble/curves/ed25519.js";
import { bech32From, bytesFromBech32 } from "./bech32.js";
import { randomBytes, shuffled } from "./bytes.js";
import { refuse } from "./refusal.js";

const SECRET = "age-secret-key-";

export const newIdentity = () => identityFrom(randomBytes(32));
export const identityFrom = (scalar) => bech32From(SECRET, scalar).toUpperCase();
export const recipientOf = (identity) => bech32From("age", x25519.getPublicKey(bytesFromBech32(identity, SECRET)));

// A public key whose secret key nobody holds, to keep the number of recipients the same.
export const randomRecipient = () => bech32From("age", x25519.getPublicKey(randomBytes(32)));

// Seal for these recipients (`age1...`), in random order so that the place tells nothing.
export async function sealTo(content, recipients) {
  const encrypter = new Encrypter();
  for (const recipient of shuffled(recipients)) encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

// Open with one secret key; a wrong key and a changed byte are refused alike.
export async function unseal(ciphertext, identity) {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(ciphertext, "uint8array");
  } catch (error) {
    return refuse("NotForUs", `This key does not open this file, or a byte of it was changed (${error.message}).`);
  }
}

// How many bytes `sealTo` makes of this many bytes for this many readers.
export function sealedSize(content, readers) {
  return 22 + readers * 98 + 48 + 16 + content + 16 * Math.max(1, Math.ceil(content / 65536));
}
