// The mailbox of whoever holds the eight words. Key and letters are in this page's memory only.
import { MailboxDoor } from "./mailbox_door.js";
import { KeysRefused, loadKeys } from "./keys.js";
import { filled, onWipe, saveFile, showErrors, titleOf, troubleWords, wipe } from "./page.js";
import { NoNetwork } from "./sending.js";

export function openMailbox(root, { closed }) {
  const [shut, open] = [root.querySelector("[data-mailbox-closed]"), root.querySelector("[data-mailbox-open]")];
  let door;
  const forget = () => {
    door = undefined;
    shut.hidden = false;
    open.hidden = true;
  };
  onWipe(forget);
  root.querySelector("[data-open-form]").addEventListener("submit", (event) =>
    attempt(event, async () => {
      const words = root.querySelector("[name=words]");
      door = await MailboxDoor.open(words.value, { origin: root.dataset.origin, keys: await loadKeys() });
      words.value = "";
      shut.hidden = true;
      open.hidden = false;
      show(root, door);
      open.querySelector("h1").focus();
    }),
  );
  root.querySelector("[data-write-form]").addEventListener("submit", (event) =>
    attempt(event, async () => {
      const [field, note] = [root.querySelector("[name=letter]"), root.querySelector("[data-written]")];
      const about = root.querySelector("[name=write]:checked").value;
      if (!field.value.trim() && about !== "withdraw") throw Object.assign(new Error(), { trouble: "letter" });
      const chosen = root.querySelector("[data-letter-files]");
      const state = await door.write({ about, text: field.value, files: [...(chosen?.files ?? [])] });
      field.value = "";
      if (chosen) chosen.value = "";
      note.textContent = state === "registered" ? note.dataset.done : troubleWords("network");
      show(root, door);
    }),
  );
  root.querySelector("[data-close-box]").addEventListener("click", () => (wipe(), forget(), closed()));
  root.querySelector("[data-box-receipt]").addEventListener("click", () => door.receipt && saveFile("note.txt", door.receipt, "text/plain"));
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-delete-up-to]");
    if (button) attempt(event, () => door.deleteUpTo(Number(button.dataset.deleteUpTo)).then(() => show(root, door)));
  });

  async function attempt(event, act) {
    event.preventDefault();
    const waits = root.querySelector("[data-opening]");
    showErrors(root, []);
    waits.hidden = false;
    try {
      await act();
    } catch (error) {
      showErrors(root, [{ text: said(error) }]);
    } finally {
      waits.hidden = true;
    }
  }
}

function said(error) {
  if (error.trouble) return troubleWords(error.trouble);
  if (error instanceof NoNetwork) return troubleWords("network");
  if (error instanceof KeysRefused) return troubleWords("keys");
  if (error.detector === "WrongWordCount") return troubleWords("word_count", { count: error.details.count });
  if (["UnknownWord", "DoubtfulWord"].includes(error.detector)) return troubleWords("words", { word: error.details.word }) + offered(error.details.meant);
  return troubleWords("refused");
}

const offered = (meant = []) => (meant.length ? ` (${meant.slice(0, 5).join(", ")}?)` : "");

function show(root, door) {
  root.querySelector("[data-box-empty]").hidden = door.isKnown;
  root.querySelector("[data-status]").replaceChildren(...door.complaints.flatMap((each) => statusRows(root, each)));
  const proof = root.querySelector("[data-proof]");
  proof.hidden = !door.receipt;
  proof.textContent = door.isProven ? proof.dataset.proven : proof.dataset.waiting;
  root.querySelector("[data-box-receipt]").hidden = !door.receipt;
  const list = root.querySelector("[data-letters]");
  list.replaceChildren(...door.letters.map((letter) => letterLine(list, letter)));
  root.querySelector("[data-no-letters]").hidden = door.letters.length > 0;
  const gaps = root.querySelector("[data-gaps]");
  gaps.hidden = !door.gaps.length;
  gaps.textContent = door.gaps.map((gap) => gapWords(gaps, gap)).join(" ");
}

function gapWords(shown, { from, numbers }) {
  const words = numbers.length ? shown.dataset.missing : shown.dataset.disordered;
  return filled(words, { body: titleOf(from), numbers: numbers.join(", ") });
}

function statusRows(root, status) {
  const words = root.querySelector("[data-status]").dataset;
  const day = (seconds) => new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(seconds * 1000));
  const last = status.last ? titleOf(status.last) + (status.last_on ? ` — ${day(status.last_on)}` : "") : words.nothingLast;
  const next = status.next ? titleOf(status.next) + (status.next_on ? ` — ${filled(words.hour, { when: day(status.next_on) })}` : "") : words.nothingNext;
  const state = status.state === "registered" ? words.registered : titleOf(status.state);
  return [[words.keyState, state], [words.keyBody, titleOf(status.body ?? "")], [words.keyLast, last], [words.keyNext, next]].map(([key, value]) => {
    const line = Object.assign(document.createElement("div"), { className: "govuk-summary-list__row" });
    line.append(
      Object.assign(document.createElement("dt"), { className: "govuk-summary-list__key", textContent: key }),
      Object.assign(document.createElement("dd"), { className: "govuk-summary-list__value", textContent: value }),
    );
    return line;
  });
}

function letterLine(list, letter) {
  const line = document.createElement("li");
  const who = Object.assign(document.createElement("p"), { className: "q-letter__who" });
  if (letter.isMine) line.className = "q-letter--mine";
  who.textContent = letter.isMine ? list.dataset.fromMe : filled(list.dataset.fromThem, { body: titleOf(letter.from) });
  line.append(who, letter.isForged ? list.dataset.unsigned : letter.text);
  if (letter.isMine || !letter.seq) return line;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "q-linklike", textContent: list.dataset.delete });
  button.dataset.deleteUpTo = letter.seq;
  line.append(document.createElement("br"), button);
  return line;
}
