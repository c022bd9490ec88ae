// The eight words: shown once, two of them asked back, then forgotten by the page.
import { worded } from "./page.js";

export function showWords(form, words) {
  form.querySelector("[data-words-list]").replaceChildren(
    ...words.map((word) => Object.assign(document.createElement("li"), { textContent: word })),
  );
}

/** Ask for two words at random; `done(how)` when they were right, or when the words were given to somebody trusted. */
export function askBack(form, words, { done, again }) {
  const asked = twoPlaces(words.length);
  const fields = ["1", "2"].map((number) => form.querySelector(`[data-kept="${number}"]`));
  const wrong = form.querySelector("[data-kept-wrong]");
  fields.forEach((field, at) => {
    const label = form.querySelector(`[data-kept-label="${at + 1}"]`);
    label.textContent = worded(label, { number: asked[at] + 1 });
    field.value = "";
  });
  wrong.hidden = true;
  form.querySelector("[data-check-kept]").onclick = () => {
    const right = fields.every((field, at) => plain(field.value) === plain(words[asked[at]]));
    wrong.hidden = right;
    if (right) done("memorised");
    else fields[0].focus();
  };
  form.querySelector("[data-again]").onclick = again;
  form.querySelector("[data-given]").onclick = () => done("given");
}

function twoPlaces(count) {
  const places = Array.from({ length: count }, (_, place) => place);
  const drawn = () => places.splice(crypto.getRandomValues(new Uint32Array(1))[0] % places.length, 1)[0];
  return [drawn(), drawn()].sort((one, other) => one - other);
}

// A word typed without the further letters of Kazakh, or with ё, is still the word.
const LETTERS = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е" };
const plain = (word) => [...word.trim().toLowerCase().normalize("NFC")].map((letter) => LETTERS[letter] ?? letter).join("");
