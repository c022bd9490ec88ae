// Another language without losing what was typed: the same page is fetched in it and put in place of this one.
import { onWipe } from "./page.js";

/** Turn links to other languages into a change on the spot; `enliven(main)` runs again on the new page. */
export function changeTongue({ keep, enliven }) {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-speak]");
    if (!link) return;
    event.preventDefault();
    const page = await fetched(link.href);
    if (!page) return;
    const kept = keep();
    replaceParts(page, link.dataset.speak);
    enliven(kept);
  });
}

async function fetched(address) {
  try {
    const answer = await fetch(address, { referrerPolicy: "no-referrer" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    // Without network, and this language was not kept: the page stays in the language it has.
    return undefined;
  }
}

function replaceParts(page, language) {
  document.documentElement.lang = language;
  document.title = page.title;
  for (const part of ["header.q-header", "main", "footer.q-footer"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.querySelector(`a[data-speak="${language}"]`)?.focus();
}

/** The values of a form's fields by name; files are kept elsewhere. */
export function valuesOf(form) {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || field.type === "file" || field.type === "hidden") continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked) (values[field.name] ??= []).push(field.value);
    } else values[field.name] = field.value;
  }
  onWipe(() => Object.keys(values).forEach((name) => delete values[name]));
  return values;
}

export function putValues(form, values) {
  for (const field of form.elements) {
    if (!(field.name in values) || field.type === "file" || field.type === "hidden") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = values[field.name].includes(field.value);
    else field.value = values[field.name];
  }
}
