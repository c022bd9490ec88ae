// Everything once more before it is sealed: each answer with a way back to its step.

export function readBack(form, { order, files, show }) {
  const list = form.querySelector("[data-read-back]");
  const rows = order
    .map((name) => form.querySelector(`[data-step="${name}"]`))
    .filter((section) => section?.dataset.title)
    .filter((section) => section.dataset.step !== "read")
    .map((section) => row(list, section, said(section, files), show));
  list.replaceChildren(...rows);
}

function row(list, section, text, show) {
  const line = document.createElement("div");
  line.className = "govuk-summary-list__row";
  const key = Object.assign(document.createElement("dt"), { className: "govuk-summary-list__key", textContent: section.dataset.title });
  const value = Object.assign(document.createElement("dd"), { className: "govuk-summary-list__value", textContent: text || list.dataset.nothing });
  const actions = Object.assign(document.createElement("dd"), { className: "govuk-summary-list__actions" });
  const change = Object.assign(document.createElement("button"), { type: "button", className: "q-linklike", textContent: list.dataset.change });
  change.setAttribute("aria-label", `${list.dataset.change}: ${section.dataset.title}`);
  change.addEventListener("click", () => show(section.dataset.step));
  actions.append(change);
  line.append(key, value, actions);
  return line;
}

/** What was answered in a step, in the words of the page. */
function said(section, files) {
  if (section.dataset.step === "evidence") return files.map((file) => file.name).join("\n");
  if (section.dataset.step === "rights") return section.querySelector("h1").textContent;
  const parts = [];
  for (const field of section.querySelectorAll("input, textarea, select")) {
    if (field.closest("[hidden]:not([data-step])") || field.type === "hidden") continue;
    parts.push(answer(section, field));
  }
  return parts.filter(Boolean).join("\n");
}

function answer(section, field) {
  if (field.type === "radio" || field.type === "checkbox")
    return field.checked ? section.querySelector(`label[for="${field.id}"]`).textContent.trim() : "";
  if (field.tagName === "SELECT") return field.value ? field.selectedOptions[0].textContent.trim() : "";
  return field.value.trim();
}
