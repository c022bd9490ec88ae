// The same in one file: every language is in it, one is shown.
import { receiptForm } from "./receipt_form.js";

const parts = [...document.querySelectorAll("section[lang]")];
const show = (language) => {
  document.documentElement.lang = language;
  for (const part of parts) part.hidden = part.lang !== language;
};
for (const part of parts) receiptForm(part);
for (const button of document.querySelectorAll("button[data-to]")) button.addEventListener("click", () => show(button.dataset.to));
show(["kk", "ru", "en"].find((language) => navigator.language?.startsWith(language)) ?? "en");
