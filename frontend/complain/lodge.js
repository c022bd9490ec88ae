// Sealing and sending one complaint, and what the page says of it: registered, or sealed and not yet registered.
import { fromHex, hashHex, utf8 } from "../sealing/bytes.js";
import { codeWords, newCode } from "../sealing/code.js";
import { envelopeJson, seal } from "../sealing/envelope.js";
import { sealFile } from "../sealing/file.js";
import { checkLodged } from "../sealing/lodging.js";
import { mailboxOf } from "../sealing/mailbox.js";
import { readKey } from "../sealing/note.js";
import { lists } from "../sealing/words.js";
import { identityOf, isNamed, narrativeOf } from "./composing.js";
import { NoNetwork, send } from "./sending.js";

/** What is sealed, with the code in this page's memory only: { id, envelope, chunks, sealed, words }. */
export async function sealed(form, { keys, origin, files, service, way, to }) {
  const code = newCode();
  const mailbox = await mailboxOf(code, { origin });
  const [body, npm] = [keys.of(to), keys.mechanism];
  const chunks = [];
  const inside = [];
  for (const file of files)
    inside.push(
      await sealFile(file.blob, { name: file.name, media: file.media, store: (sha256, bytes) => chunks.push({ sha256, bytes }) }),
    );
  const identity = identityOf(form);
  const told = identity && isNamed(form) && body.body !== npm.body ? [body] : [];
  const envelope = await seal(narrativeOf(form, { service, way }), identity, { to: body, npm, mailbox, told, files: inside });
  const text = envelopeJson(envelope);
  return { id: hashHex(utf8(text)), envelope: text, chunks, sealed: envelope, words: (language) => codeWords(code, language, lists) };
}

/** Send it: { state: "registered", receipt } when the server's answer was checked; else "waiting" or "refused". */
export async function lodged(made, { promiseKey, origin }) {
  let answer;
  try {
    answer = await send(made);
  } catch (error) {
    if (error instanceof NoNetwork) return { state: "waiting" };
    throw error;
  }
  if (answer.state !== "registered") return answer;
  const returned = { ...answer, entry: utf8(answer.entry), salt: fromHex(answer.salt), commitment: fromHex(answer.commitment) };
  checkLodged(made.sealed, returned, { promiseKey: readKey(promiseKey), origin });
  return { state: "registered", receipt: answer.promise, commitment: answer.commitment };
}
