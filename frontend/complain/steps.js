// One step after another on one page: the address never changes, so no history tells how far somebody came.
import { showErrors, worded } from "./page.js";

export class Steps {
  /** order: gives the names of the steps on the way now; entered: called with each step that is shown. */
  constructor(form, { order, entered = () => {}, before = async () => true }) {
    Object.assign(this, { form, order, entered, before, busy: false });
    form.addEventListener("click", (event) => this.#clicked(event));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => (showWhen(form), showErrors(form, [])));
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
    });
    showWhen(form);
  }

  get current() {
    return this.form.querySelector("[data-step]:not([hidden])");
  }

  section(name) {
    return this.form.querySelector(`[data-step="${name}"]`);
  }

  /** Show a step; its heading gets the focus, so that a screen reader begins there. */
  show(name, { focus = true } = {}) {
    showErrors(this.form, []);
    for (const each of this.form.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== name;
    const section = this.section(name);
    this.#bar(section);
    this.entered(name, section);
    if (!focus) return;
    scrollTo(0, 0);
    [...section.querySelectorAll("h1[tabindex]")].find((each) => !each.closest("[hidden]"))?.focus({ preventScroll: true });
  }

  async on() {
    const section = this.current;
    if (this.busy || !this.#complete(section)) return;
    this.busy = true;
    const goes = await this.before(section.dataset.step).finally(() => (this.busy = false));
    if (!goes) return;
    const order = this.order();
    const next = order[order.indexOf(section.dataset.step) + 1];
    if (next) this.show(next);
  }

  back() {
    const order = this.order();
    const at = order.indexOf(this.current.dataset.step);
    if (at > 0) this.show(order[at - 1]);
  }

  #clicked(event) {
    const button = event.target.closest("[data-go]");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.go === "on") this.on();
    else if (button.dataset.go === "back") this.back();
    else this.show(button.dataset.go);
  }

  #bar(section) {
    const order = this.order();
    const at = order.indexOf(section.dataset.step);
    const bar = this.form.querySelector("[data-steps-nav]");
    const [on, back] = [bar.querySelector('[data-go="on"]'), bar.querySelector('[data-go="back"]')];
    const own = ["start", "home", "kept", "next"].includes(section.dataset.step);
    bar.hidden = own;
    on.textContent = section.dataset.on ?? on.dataset.words;
    back.hidden = "noWayBack" in section.dataset || at < 1;
    const progress = this.form.querySelector("[data-progress]");
    const counted = order.filter((name) => !["start", "sent", "kept", "next"].includes(name));
    const number = counted.indexOf(section.dataset.step) + 1;
    if (!progress) return;
    progress.hidden = number === 0;
    progress.textContent = number ? worded(progress, { at: number, of: counted.length }) : "";
  }

  #complete(section) {
    const names = section.dataset.needs?.split(" ") ?? [];
    const fields = [...section.querySelectorAll("input, textarea, select")].filter((field) => names.includes(field.name));
    const given = !fields.length || fields.some((field) => !field.closest("[hidden]") && isGiven(field));
    const wrong = given ? [] : [{ text: section.dataset.missing, field: fields[0] }];
    showErrors(this.form, wrong);
    return given;
  }
}

function isGiven(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked && field.value !== "elsewhere";
  return field.value.trim() !== "";
}

/** Show what belongs to an answer: `data-when="whom=another"`, several by spaces. */
export function showWhen(form) {
  for (const part of form.querySelectorAll("[data-when]")) {
    part.hidden = !part.dataset.when.split(" ").some((pair) => {
      const [name, value] = pair.split("=");
      return [...form.querySelectorAll(`[name="${name}"]`)].some((field) =>
        field.type === "radio" || field.type === "checkbox" ? field.checked && field.value === value : field.value === value,
      );
    });
  }
}

/** How many letters still fit, beside the field. */
export function showRoom(form) {
  for (const note of form.querySelectorAll("[data-room-for]")) {
    const field = form.elements[note.dataset.roomFor];
    const tell = () => {
      const left = field.maxLength - field.value.length;
      // Told only when it begins to matter; a running number would be read aloud at every letter.
      note.textContent = left < 400 ? worded(note, { left: Math.floor(left / 20) * 20 }) : "";
    };
    field.addEventListener("input", tell);
    tell();
  }
}
