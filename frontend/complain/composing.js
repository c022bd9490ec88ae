// From the fields of the page to what is sealed: a narrative, and who wrote it, apart.

const joined = (parts, between = "\n") => parts.map((part) => (part ?? "").trim()).filter(Boolean).join(between);
const filled = (group) => Object.fromEntries(Object.entries(group).filter(([, value]) => value));

/** service: complain, doctor, ask or rights; way: web or kiosk. */
export function narrativeOf(form, { service, way }) {
  const given = new FormData(form);
  const get = (name) => String(given.get(name) ?? "");
  const [id, title] = placeOf(form, get);
  return {
    text: textOf(form, service, get),
    place: service === "complain" ? joined([title, get("place_words")], "; ") : title,
    accused: service === "complain" ? lines(get("accused")) : [],
    dates: service === "complain" ? lines(get("when")) : [],
    particulars: filled({
      service,
      way,
      place: id,
      language: document.documentElement.lang,
      ...(service === "complain" ? asked(given, get) : {}),
      ...(service === "doctor" ? { hurts: given.getAll("hurts").join(" ") } : {}),
    }),
  };
}

function asked(given, get) {
  return {
    whom: get("whom") || "self",
    knows: get("whom") === "another" ? get("knows") : "",
    safe_contact: get("whom") === "another" ? get("safe_contact") : "",
    consents: get("whom") === "patient" ? given.getAll("consent").join(" ") || "none" : "",
    named: get("named"),
  };
}

function textOf(form, service, get) {
  if (service === "complain") return get("text");
  if (service === "ask") return get("question");
  if (service === "rights") return form.querySelector('[data-step="rights"] h1').textContent;
  const chosen = [...form.querySelectorAll('[name="hurts"]:checked')].map((box) => form.querySelector(`label[for="${box.id}"]`).textContent);
  return joined([chosen.join(", "), get("hurts_words")]);
}

/** The id of a listed place and its name; both empty where it was described in words only. */
function placeOf(form, get) {
  const here = form.elements.here;
  if (here) return get("place") === "elsewhere" ? ["", ""] : [here.value, here.dataset.words];
  const chosen = form.elements.place?.selectedOptions?.[0];
  return chosen?.value ? [chosen.value, chosen.textContent.trim()] : ["", ""];
}

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** Nothing for who stays anonymous: the bytes are as many all the same. */
export function identityOf(form) {
  const given = new FormData(form);
  if (!["confidential", "named"].includes(given.get("named"))) return null;
  return { name: String(given.get("name") ?? ""), contact: String(given.get("contact") ?? "") };
}

export const isNamed = (form) => new FormData(form).get("named") === "named";
