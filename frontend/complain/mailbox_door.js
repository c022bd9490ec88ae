// A mailbox opened by its eight words: what stands in it, and what its holder writes.
import { toBase64 } from "../sealing/bytes.js";
import { readCode } from "../sealing/code.js";
import { mailboxOf } from "../sealing/mailbox.js";
import { messageHash, openMessage, sealFromBox } from "../sealing/message.js";
import { readAnswer, signRequest } from "../sealing/request.js";
import { lists } from "../sealing/words.js";
import { asJson, NoNetwork } from "./sending.js";

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
    Object.assign(this, { mailbox, origin, keys, letters: [], complaints: [], sent: { number: 0, hash: "" } });
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
      for (const [at, ciphertext] of answer.messages.entries()) theirs.push(await this.#letter(ciphertext, answer.status.numbers[at]));
      after = Math.max(after, ...answer.status.numbers);
    } while (answer.more && answer.messages.length);
    this.complaints = answer.status.complaints;
    if (answer.status.sent.number >= this.sent.number) this.sent = answer.status.sent;
    this.letters = [...theirs, ...this.letters.filter((letter) => letter.isMine)];
    await this.#receipt();
  }

  /** Seal a letter for the body and the mechanism; gives registered or waiting. */
  async write({ about, text }) {
    const [lodged] = this.complaints;
    const to = this.keys.of(lodged?.body || MECHANISM);
    const next = { seq: this.sent.number + 1, prev: this.sent.hash || lodged?.narrative || "", text, about: ABOUT[about] ?? about };
    const ciphertext = await sealFromBox(next, { mailbox: this.mailbox, to, npm: this.keys.mechanism });
    const answer = await asJson("/sealed/messages", { box_ed: this.mailbox.boxEd, message: toBase64(ciphertext) });
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
      const { from, text } = await openMessage(ciphertext, this.mailbox.identity, { keys: this.keys.signing });
      return { from, text, seq };
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
