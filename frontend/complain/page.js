// What all pages of complainants share: words that stand in the page, errors, leaving at once, and leaving nothing behind.

const wipers = [];

// What the styles ask for before they show parts that need a script.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

/** Something to forget when the page is left: a key, a code, a recording. */
export const onWipe = (forget) => wipers.push(forget);

/** The words of an element with values put in: `{at}` and the like. */
export const worded = (element, values, name = "words") => filled(element.dataset[name], values);

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** The sentence for a trouble, in the language of the page. */
export function troubleWords(name, values = {}) {
  const found = document.querySelector(`[data-trouble="${CSS.escape(name)}"]`);
  return found ? filled(found.textContent, values) : name;
}

/** The title of a body, kind or stage, as the page knows it; the word itself where it does not. */
export function titleOf(word) {
  return document.querySelector(`[data-stage="${CSS.escape(word)}"]`)?.textContent ?? word;
}

/** Show errors on top and bring the reader there; each may lead to its field. */
export function showErrors(scope, errors) {
  const box = scope.querySelector("[data-errors]") ?? document.querySelector("[data-errors]");
  const list = box.querySelector("[data-errors-list]");
  list.replaceChildren(...errors.map(errorLine));
  box.hidden = errors.length === 0;
  if (errors.length) box.focus();
}

function errorLine({ text, field }) {
  const line = document.createElement("li");
  if (!field) {
    line.textContent = text;
    return line;
  }
  const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: text });
  link.addEventListener("click", (event) => {
    // The address stays as it is: a step of the way is nobody's business, the history's included.
    event.preventDefault();
    field.focus();
  });
  line.append(link);
  return line;
}

/** Empty every field, every shown secret, and whatever scripts hold. */
export function wipe() {
  for (const forget of wipers) forget();
  for (const form of document.forms) form.reset();
  for (const field of document.querySelectorAll("input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea"))
    field.value = "";
  for (const shown of document.querySelectorAll("[data-words-list], [data-read-back], [data-letters], [data-status]"))
    shown.replaceChildren();
}

/** The quick exit: by its button, or by Shift three times. The page is replaced, so that Back does not lead here. */
export function quickExit() {
  const link = document.querySelector("a[data-leave]");
  if (!link) return;
  let pressed = [];
  const leave = () => {
    wipe();
    document.body.replaceChildren();
    document.title = "";
    location.replace(link.href);
  };
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("a[data-leave]")) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keyup", (event) => {
    pressed = event.key === "Shift" ? [...pressed.filter((at) => event.timeStamp - at < 3000), event.timeStamp] : [];
    if (pressed.length >= 3) leave();
  });
}

/** A page that goes out of sight for good keeps nothing, not even in the browser's memory of pages. */
export function leaveNothing() {
  addEventListener("pagehide", wipe);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

/** Offer what was made here as a file; its name tells nothing. */
export function saveFile(name, content, type = "application/octet-stream") {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A size as people read it. */
export function sizeWords(bytes, language = document.documentElement.lang) {
  const [unit, by] = bytes < 1_000_000 ? ["kilobyte", 1000] : ["megabyte", 1_000_000];
  const digits = bytes / by < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(bytes / by);
}
