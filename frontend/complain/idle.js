// A terminal that somebody walked away from counts down visibly, then wipes itself.

export class Idle {
  constructor({ ended }) {
    this.ended = ended;
    this.left = Infinity;
    for (const sign of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(sign, () => this.#seen(), { passive: true });
    setInterval(() => this.#tick(), 1000);
  }

  enliven(form) {
    this.box = document.querySelector("[data-countdown-box]");
    this.number = this.box.querySelector("[data-countdown-number]");
    this.box.querySelector("[data-stay]").onclick = () => this.start();
    this.whole = Number(form.dataset.idle) + Number(form.dataset.countdown);
    this.last = Number(form.dataset.countdown);
  }

  /** Begin to count for somebody; nobody is counted on the first screen. */
  start() {
    this.left = this.whole;
    this.box.hidden = true;
  }

  stop() {
    this.left = Infinity;
    this.box.hidden = true;
  }

  #seen() {
    // During the countdown only its button counts: a thing lying on the keys must not keep the page open.
    if (this.left !== Infinity && this.box.hidden) this.left = this.whole;
  }

  #tick() {
    if (this.left === Infinity) return;
    this.left -= 1;
    if (this.left <= 0) {
      this.stop();
      return this.ended();
    }
    if (this.left > this.last) return;
    this.number.textContent = this.left;
    if (this.box.hidden) {
      this.box.hidden = false;
      this.box.querySelector("[data-stay]").focus();
    }
  }
}
