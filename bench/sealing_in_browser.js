// What the page does to seal, on its own in a browser: the code stretched, an envelope, an attachment; times in milliseconds.
import { ed25519 } from "@noble/curves/ed25519.js";
import { newIdentity, recipientOf } from "../frontend/sealing/age_file.js";
import { toHex } from "../frontend/sealing/bytes.js";
import { newCode } from "../frontend/sealing/code.js";
import { seal } from "../frontend/sealing/envelope.js";
import { sealFile } from "../frontend/sealing/file.js";
import { mailboxOf } from "../frontend/sealing/mailbox.js";

const MIB = 1024 * 1024;

function body(name) {
  const seed = ed25519.utils.randomSecretKey();
  const keys = { x25519: recipientOf(newIdentity()), ed25519: toHex(ed25519.getPublicKey(seed)), recovery: recipientOf(newIdentity()) };
  return { body: name, epoch: 1, ...keys, not_after: 1900000000 };
}

async function timed(work, runs) {
  const took = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return took;
}

/** { code, envelope, attachment }: each a list of milliseconds. */
globalThis.measureSealing = async ({ runs, bytes }) => {
  const origin = "log.example/kz";
  const mailbox = await mailboxOf(newCode(), { origin });
  const [to, npm] = [body("kz/kpi"), body("kz/npm")];
  const narrative = { text: "Мені ұрды. ".repeat(100), place: "kz/ivs-12", accused: ["—"], dates: ["—"], particulars: { service: "complaint" } };
  const identity = { name: "—", contact: "—", safe: "—", particulars: {} };
  const content = new Uint8Array(bytes * MIB);
  const envelope = () => seal(narrative, identity, { to, npm, mailbox, chosen: [], files: [] });
  await envelope();
  return {
    code: await timed(() => mailboxOf(newCode(), { origin }), runs),
    envelope: await timed(envelope, runs * 4),
    attachment: await timed(() => sealFile(new Blob([content]), { name: "a.jpg", media: "image/jpeg", store: () => {} }), Math.min(3, runs)),
  };
};
