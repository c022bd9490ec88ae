// Reading aloud, by the browser's own voice if it has one that needs no network, and only after a warning about earphones.
import { onWipe } from "./page.js";

export class Speech {
  constructor(read) {
    Object.assign(this, { read, confirmed: false });
    onWipe(() => this.end());
  }

  enliven(form) {
    const [listen, warning, none] = ["[data-listen]", "[data-earphones]", "[data-no-voice]"].map((each) => form.querySelector(each));
    Object.assign(this, { warning, none });
    const speaking = globalThis.speechSynthesis;
    listen.onclick = () => {
      if (!speaking || !voice()) return this.#none();
      if (speaking.speaking) return speaking.cancel();
      if (this.confirmed) return this.#speak();
      warning.hidden = false;
      warning.querySelector("button").focus();
    };
    form.querySelector("[data-earphones-in]").onclick = () => {
      this.confirmed = true;
      warning.hidden = true;
      this.#speak();
    };
    form.querySelector("[data-earphones-no]").onclick = () => (warning.hidden = true);
  }

  /** The next person is asked about earphones again. */
  end() {
    this.confirmed = false;
    if (this.warning) this.warning.hidden = this.none.hidden = true;
    globalThis.speechSynthesis?.cancel();
  }

  #none() {
    this.none.hidden = false;
  }

  #speak() {
    const saying = new SpeechSynthesisUtterance(this.read());
    Object.assign(saying, { lang: document.documentElement.lang, voice: voice(), rate: 0.9 });
    speechSynthesis.cancel();
    speechSynthesis.speak(saying);
  }
}

/** A voice of this language on this machine: others would send every word away. */
function voice() {
  const language = document.documentElement.lang;
  return speechSynthesis.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(language));
}

/** What stands on the step, in reading order; never what somebody typed. */
export function readable(section) {
  const parts = [...section.querySelectorAll("h1, h2, p, li, label, legend, dt, .govuk-hint, .q-tile__word, .govuk-warning-text__text")];
  const seen = parts.filter((each) => each.offsetParent !== null && !parts.some((other) => other !== each && other.contains(each)));
  return seen.map((each) => each.textContent.trim()).join(". ");
}
