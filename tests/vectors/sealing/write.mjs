// Writes what the browser's sealing makes, with all keys, for Python to open: node tests/vectors/sealing/write.mjs
import { readFileSync } from "node:fs";
import { ed25519 } from "@noble/curves/ed25519.js";
import { newIdentity, recipientOf } from "../../../frontend/sealing/age_file.js";
import { joined, toBase64, toHex, utf8 } from "../../../frontend/sealing/bytes.js";
import { codeWords, newCode, wordLists } from "../../../frontend/sealing/code.js";
import { entryFacts, envelopeJson, seal } from "../../../frontend/sealing/envelope.js";
import { sealFile } from "../../../frontend/sealing/file.js";
import { mailboxOf } from "../../../frontend/sealing/mailbox.js";
import { signedBytes } from "../../../frontend/sealing/manifest.js";
import { messageHash, sealFromBox } from "../../../frontend/sealing/message.js";
import { signRequest } from "../../../frontend/sealing/request.js";

const origin = "log.example/kz";
const list = (language) => readFileSync(new URL(`../../../src/qorgau/sealing/words/${language}.txt`, import.meta.url), "utf8");
const lists = wordLists({ en: list("en"), ru: list("ru"), kk: list("kk") });

function body(name) {
  const identity = newIdentity();
  const recovery = newIdentity();
  const seed = ed25519.utils.randomSecretKey();
  const manifest = {
    body: name,
    epoch: 1,
    x25519: recipientOf(identity),
    ed25519: toHex(ed25519.getPublicKey(seed)),
    recovery: recipientOf(recovery),
    not_after: 1900000000,
  };
  const previous = toHex(ed25519.sign(signedBytes(manifest), seed));
  return { identity, recovery, manifest, signed: { manifest, previous, vouchers: {} } };
}

const raw = newCode();
const mailbox = await mailboxOf(raw, { origin });
const [to, npm, lawyer] = [body("kz/kpi"), body("kz/npm"), body("bar/lawyer-7")];
const content = new Uint8Array(300000).map((_, place) => place % 251);
const pieces = {};
const file = await sealFile(new Blob([content]), {
  name: "сурет.jpg",
  media: "image/jpeg",
  store: (hash, ciphertext) => (pieces[hash] = toBase64(ciphertext)),
});
const narrative = {
  text: "Мені ұрды\r\nдва раза — \u0000«тут» \u0438\u0306 🕊",
  place: "kz/ivs-12",
  accused: ["лейтенант Б."],
  dates: ["2026-11-20", "ночью"],
  particulars: { service: "complaint", for_whom: "self" },
};
const identity = { name: "Ә. Ғ.", contact: "адвокат", safe: "жексенбі", particulars: { keep: "secret" } };
const envelope = await seal(narrative, identity, {
  to: to.manifest,
  npm: npm.manifest,
  mailbox,
  chosen: [lawyer.manifest],
  files: [file],
});
const message = { seq: 1, prev: messageHash(envelope.narrative), text: "Мені қорқытты", about: "reprisal" };
const ciphertext = await sealFromBox(message, { mailbox, to: to.manifest, npm: npm.manifest });

process.stdout.write(
  JSON.stringify(
    {
      made_by: "frontend/sealing",
      origin,
      code: { raw: toHex(raw), words: Object.fromEntries(["kk", "ru", "en"].map((each) => [each, codeWords(raw, each, lists)])) },
      mailbox: { identity: mailbox.identity, box_x: mailbox.boxX, box_ed: mailbox.boxEd },
      bodies: { to, npm, lawyer },
      narrative,
      identity,
      envelope: JSON.parse(envelopeJson(envelope)),
      entry_facts: entryFacts(envelope),
      file: { inside: file.inside, chunks: file.chunks, pieces },
      message: { ...message, ciphertext: toBase64(ciphertext) },
      request: signRequest(mailbox, { nonce: "0f".repeat(32), origin, after: 3 }),
      signature: { message: "cyrillic я", hex: mailbox.sign(joined(utf8("cyrillic я"))) },
    },
    null,
    1,
  ) + "\n",
);
