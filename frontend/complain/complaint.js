// What the web page and the terminal share: from the last look at what was written to the eight words.
import { askBack, showWords } from "./kept.js";
import { handOver } from "./hand_over.js";
import { loadKeys } from "./keys.js";
import { lodged, sealed } from "./lodge.js";
import { onWipe, saveFile, showErrors, troubleWords } from "./page.js";

export class Complaint {
  /** way: web or kiosk; keepWaiting: where an envelope waits without network; files: the evidence. */
  constructor({ way, files = [], keepWaiting }) {
    Object.assign(this, { way, files, keepWaiting });
    this.keys = undefined;
    this.forget();
    onWipe(() => this.forget());
  }

  forget() {
    Object.assign(this, { made: undefined, words: undefined, receipt: undefined, state: undefined });
  }

  /** Keys are fetched at the start, so that the network may go meanwhile. */
  async prepare() {
    this.keys ??= await loadKeys().catch(() => undefined);
    return this.keys;
  }

  /** Seal and send; false with the trouble shown where it could not be sealed. */
  async lodge(form, { service, to }) {
    const origin = form.dataset.origin;
    const note = form.querySelector("[data-sealing]");
    note.hidden = false;
    try {
      const keys = await this.prepare();
      if (!keys) return this.#trouble(form, "keys");
      this.made ??= await sealed(form, { keys, origin, files: this.files, service, way: this.way, to });
      await this.#send(form, origin);
      return true;
    } catch (error) {
      return this.#trouble(form, troubleOf(error));
    } finally {
      note.hidden = true;
    }
  }

  async #send(form, origin) {
    const answer = await lodged(this.made, { promiseKey: form.dataset.promiseKey, origin });
    if (answer.state === "refused") throw Object.assign(new Error("refused"), { trouble: "refused" });
    this.state = answer.state;
    this.receipt = answer.receipt;
    if (answer.state !== "registered") await this.keepWaiting(this.made);
  }

  #trouble(form, name) {
    showErrors(form, [{ text: troubleWords(name) }]);
    return false;
  }

  /** Show the step after sending, or any later one, as things stand. */
  tell(form, language) {
    const registered = this.state === "registered";
    for (const part of form.querySelectorAll("[data-registered]")) part.hidden = !registered;
    for (const part of form.querySelectorAll("[data-not-registered]")) part.hidden = registered;
    this.words = this.made.words(language);
    showWords(form, this.words);
  }

  becameRegistered(form, receipt) {
    Object.assign(this, { state: "registered", receipt });
    this.tell(form, document.documentElement.lang);
  }

  /** Ask two words back; then they are gone from the page. */
  check(form, { show }) {
    askBack(form, this.words, {
      again: () => show("sent"),
      done: () => {
        showWords(form, []);
        show("next");
      },
    });
  }

  enliven(form) {
    form.querySelector("[data-save-receipt]")?.addEventListener("click", () => this.receipt && saveFile("note.txt", this.receipt, "text/plain"));
    form.querySelector("[data-save-sealed]").addEventListener("click", () => saveFile("envelope.sealed", asFile(this.made), "application/json"));
    form.querySelector("[data-hand-over]").addEventListener("click", () => handOver(form, this.made.envelope));
  }
}

/** The sealed envelope as a file; its chunks, where there are any, stand beside it in base 64. */
export function asFile({ envelope, chunks }) {
  const written = chunks.map(({ sha256, bytes }) => ({ sha256, bytes: base64(bytes) }));
  return JSON.stringify({ qorgau_sealed: 1, envelope, chunks: written });
}

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

const DETECTORS = { TooLong: "too_long", KeysRefused: "keys" };
const OF_ANSWER = new Set(["OtherEnvelopeEntered", "EntryTellsTooMuch", "CommitmentDiffers", "PromiseNotKept", "LodgingRefused"]);

function troubleOf(error) {
  if (error.trouble) return error.trouble;
  if (OF_ANSWER.has(error.detector)) return "answer";
  return DETECTORS[error.detector] ?? DETECTORS[error.constructor.name] ?? (error.message.startsWith("npm:") ? "keys" : "sealing");
}
