// A mailbox opened by its eight words: what stands in it, and what its holder writes.
import { toBase64 } from "../sealing/bytes.js";
import { readCode } from "../sealing/code.js";
import { mailboxOf } from "../sealing/mailbox.js";
import { sealFile } from "../sealing/file.js";
import { isPhoto, withoutMetadata } from "../sealing/photo.js";
import { messageHash, openMessage, sealFromBox } from "../sealing/message.js";
import { readAnswer, signRequest } from "../sealing/request.js";
import { lists } from "../sealing/words.js";
import { gapsOf } from "./gaps.js";
import { asJson, NoNetwork, sendChunk } from "./sending.js";

const ABOUT = { withdraw: "withdrawal" };
const MECHANISM = "npm";

export class MailboxDoor {
  /** words: as typed; keys: the bodies' checked keys. Refused by name where a word is unclear. */
  static async open(words, { origin, keys }) {
    const door = new MailboxDoor(await mailboxOf(readCode(words, lists), { origin }), { origin, keys });
    await door.fetch();
    return door;
  }

  constructor(mailbox, { origin, keys }) {
    Object.assign(this, { mailbox, origin, keys, letters: [], gaps: [], complaints: [], sent: { number: 0, hash: "" } });
  }

  get isKnown() {
    return this.complaints.length > 0;
  }

  /** Ask for everything anew; what was written in this page stays, for nobody can read it again. */
  async fetch() {
    const theirs = [];
    let answer;
    let after = 0;
    do {
      answer = await this.#ask({ act: "fetch", after });
      const { numbers = [] } = answer.status;
      for (const [at, ciphertext] of answer.messages.entries()) theirs.push(await this.#letter(ciphertext, numbers[at]));
      after = Math.max(after, ...numbers);
    } while (answer.more && answer.messages.length);
    const { complaints = [], lodged = [], sent = this.sent } = answer.status;
    this.complaints = complaints.map((each) => ({ ...lodged.find(({ complaint }) => complaint === each.complaint), ...each }));
    // What was written in this page may not have been entered yet.
    if (sent.number >= this.sent.number) this.sent = sent;
    this.gaps = gapsOf(theirs, lodged.map(({ narrative }) => narrative));
    this.letters = [...theirs, ...this.letters.filter((letter) => letter.isMine)];
    await this.#receipt();
  }

  /** Seal a letter for the body and the mechanism; gives registered or waiting. */
  async write({ about, text, files = [] }) {
    const [lodged] = this.complaints;
    const to = this.keys.of(lodged?.body || MECHANISM);
    const next = { seq: this.sent.number + 1, prev: this.sent.hash || lodged?.narrative || "", text, about: ABOUT[about] ?? about, files: await attached(files) };
    const ciphertext = await sealFromBox(next, { mailbox: this.mailbox, to, npm: this.keys.mechanism });
    const answer = await asJson("/sealed/messages", { box_ed: this.mailbox.boxEd, message: toBase64(ciphertext), files: next.files.map(({ chunks }) => chunks) });
    if (!["registered", "waiting"].includes(answer.state)) throw Object.assign(new Error(), { trouble: "refused" });
    this.sent = { number: next.seq, hash: messageHash(ciphertext) };
    this.letters.push({ isMine: true, text: text || about });
    return answer.state;
  }

  /** Delete the answers up to a number. */
  async deleteUpTo(number) {
    await this.#ask({ act: "delete", after: number });
    await this.fetch();
  }

  async #ask({ act, after }) {
    const { nonce } = await asJson("/sealed/fetch/nonce", {});
    const request = signRequest(this.mailbox, { nonce, origin: this.origin, act, after });
    const answer = await fetch("/sealed/fetch", {
      method: "POST",
      body: JSON.stringify(request),
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      referrerPolicy: "no-referrer",
    }).catch((error) => {
      throw new NoNetwork(String(error));
    });
    if (!answer.ok) throw Object.assign(new Error(), { trouble: answer.status >= 429 ? "network" : "refused" });
    return readAnswer(new Uint8Array(await answer.arrayBuffer()));
  }

  async #letter(ciphertext, seq) {
    try {
      const message = await openMessage(ciphertext, this.mailbox.identity, { keys: this.keys.signing });
      return { from: message.from, text: message.text, seq, message, ciphertext };
    } catch (error) {
      return { from: error.details?.from ?? "", text: "", seq, isForged: true };
    }
  }

  /** The receipt of the first complaint under these words: a promise, or from the next batch on the proof. */
  async #receipt() {
    const commitment = this.complaints[0]?.commitment;
    const answer = commitment ? await fetch(`/receipts/${commitment}`, { credentials: "omit", referrerPolicy: "no-referrer" }) : undefined;
    const said = answer?.ok ? await answer.json() : {};
    this.receipt = said.receipt;
    this.isProven = said.state === "proven";
  }
}

/** Files sealed and sent piece by piece; photos without what the camera wrote into them. */
async function attached(files) {
  const sealed = [];
  for (const [at, file] of files.entries()) {
    const photo = isPhoto(file);
    const [blob, name] = photo ? [await withoutMetadata(file), `photo-${at + 1}.jpg`] : [file, file.name];
    const store = async (sha256, bytes) => {
      if ((await sendChunk({ sha256, bytes })).state !== "kept") throw Object.assign(new Error(), { trouble: "network" });
    };
    sealed.push(await sealFile(blob, { name, media: blob.type || "application/octet-stream", store }));
  }
  return sealed;
}
