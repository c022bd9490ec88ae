// A keyboard on the screen in three languages: keys of the terminal's own may be missing, or worn off.

const ROWS = {
  kk: ["әіңғүұқөһ", "йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю.,?"],
  ru: ["йцукенгшщзхъ", "фывапролджэё", "ячсмитьбю.,?"],
  en: ["qwertyuiop", "asdfghjkl", "zxcvbnm.,?"],
};
const NUMBERS = "1234567890-";
const SHOWN = { kk: "ҚАЗ", ru: "РУС", en: "ENG" };
const TEXTS = 'textarea, input:not([type]), input[type="text"]';

export class Keyboard {
  constructor(root) {
    this.capital = false;
    document.addEventListener("focusin", ({ target }) => target.matches?.(TEXTS) && this.#open(target));
    this.enliven(root);
  }

  enliven(root) {
    this.box = root.querySelector("[data-keyboard]");
    this.language = document.documentElement.lang;
    this.box.addEventListener("pointerdown", (event) => event.preventDefault());
    this.box.addEventListener("click", (event) => this.#pressed(event.target.closest("[data-key]")));
    this.#draw();
  }

  hide() {
    this.box.hidden = true;
  }

  #open(field) {
    this.field = field;
    this.box.hidden = false;
    // The field stays above the keys.
    requestAnimationFrame(() => field.getBoundingClientRect().bottom > innerHeight - this.box.offsetHeight && field.scrollIntoView({ block: "center" }));
  }

  #draw() {
    const rows = [NUMBERS, ...ROWS[this.language]].map((row) => line([...row].map((letter) => key(letter, this.capital ? letter.toUpperCase() : letter))));
    const { shift, space, enter, hide, delete: erase } = this.box.dataset;
    const wide = [key("shift", shift, true), key("space", space, true), key("erase", erase, true)];
    wide[0].setAttribute("aria-pressed", String(this.capital));
    const tongues = Object.entries(SHOWN).map(([language, words]) => key(`to-${language}`, words, true));
    tongues.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.key === `to-${this.language}`)));
    this.box.replaceChildren(...rows, line(wide), line([...tongues, key("enter", enter, true), key("hide", hide, true)]));
  }

  #pressed(button) {
    if (!button) return;
    const name = button.dataset.key;
    if (name === "hide") return this.hide();
    if (name === "shift") return this.#shift(!this.capital);
    if (name.startsWith("to-")) {
      this.language = name.slice(3);
      return this.#draw();
    }
    const letter = { space: " ", enter: "\n", erase: "" }[name] ?? (this.capital ? name.toUpperCase() : name);
    this.#type(letter, name === "erase");
    if (this.capital && !["space", "enter", "erase"].includes(name)) this.#shift(false);
  }

  #shift(capital) {
    this.capital = capital;
    this.#draw();
  }

  #type(letter, erases) {
    const { field } = this;
    if (!field?.isConnected) return;
    field.focus();
    const [from, to] = [field.selectionStart, field.selectionEnd];
    const begin = erases && from === to ? Math.max(0, from - 1) : from;
    if (!erases && field.value.length - (to - from) >= field.maxLength && field.maxLength > 0) return;
    if (field.tagName === "INPUT" && letter === "\n") return;
    field.setRangeText(letter, begin, to, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function line(keys) {
  const row = Object.assign(document.createElement("div"), { className: "q-keyboard__row" });
  row.append(...keys);
  return row;
}

function key(name, words, wide = false) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: wide ? "q-key q-key--wide" : "q-key", textContent: words });
  button.dataset.key = name;
  // Reached by touch; with the keys of a real keyboard one needs none of these.
  button.tabIndex = -1;
  return button;
}
