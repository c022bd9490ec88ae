// The terminal of a place: one screen for every service; nothing of anybody stays for the next.
import { orderBodies } from "./bodies.js";
import { Complaint } from "./complaint.js";
import { Idle } from "./idle.js";
import { install } from "./installing.js";
import { Keyboard } from "./keyboard.js";
import { openMailbox } from "./open_mailbox.js";
import { leaveNothing, wipe } from "./page.js";
import { forget, keep, tidy, waiting } from "./queue.js";
import { readBack } from "./read_back.js";
import { keepTrying, sendWaiting } from "./sending.js";
import { readable, Speech } from "./speech.js";
import { showRoom, showWhen, Steps } from "./steps.js";
import { changeTongue, putValues, valuesOf } from "./tongue.js";

const OF_SERVICE = {
  doctor: ["doctor"],
  rights: ["rights"],
  ask: ["ask"],
  complain: ["what", "where", "who", "named", "body"],
};
const AFTER = ["read", "sent", "kept", "next"];
const complaint = new Complaint({ way: "kiosk", keepWaiting: ({ id, envelope, chunks }) => keep({ id, envelope, chunks }) });
const idle = new Idle({ ended: end });
const speech = new Speech(() => readable(shownPart()));
let form, steps, keyboard;
let service = "";

const order = () => ["home", "first", ...(OF_SERVICE[service] ?? []), ...AFTER];
const boxPart = () => document.querySelector("[data-kiosk-box]");
const shownPart = () => (boxPart().hidden ? steps.current : boxPart());

function enliven({ values = {}, step = "home", inBox = false } = {}) {
  form = document.querySelector("[data-kiosk]");
  putValues(form, values);
  steps = new Steps(form, { order, entered, before });
  complaint.enliven(form);
  speech.enliven(form);
  idle.enliven(form);
  if (keyboard) keyboard.enliven(document);
  else keyboard = new Keyboard(document);
  showRoom(form);
  showWhen(form);
  openMailbox(document.querySelector("[data-mailbox]"), { closed: end });
  for (const button of document.querySelectorAll("[data-end]")) button.addEventListener("click", end);
  for (const tile of form.querySelectorAll("[data-service]")) tile.addEventListener("click", () => begin(tile.dataset.service));
  tellNetwork();
  showBox(inBox);
  if (!inBox) steps.show(step, { focus: step !== "home" });
}

function begin(chosen) {
  service = chosen;
  idle.start();
  complaint.prepare();
  if (chosen === "mailbox") return showBox(true);
  steps.show("first");
}

function showBox(shown) {
  boxPart().hidden = !shown;
  form.hidden = shown;
  if (shown) boxPart().querySelector("h1").focus();
}

/** Somebody ended, or walked away: everything is forgotten, and the next sees the first screen. */
function end() {
  wipe();
  service = "";
  idle.stop();
  keyboard.hide();
  showBox(false);
  form.querySelector("[data-qr]").hidden = true;
  showWhen(form);
  steps.show("home");
}

function entered(name) {
  keyboard?.hide();
  globalThis.speechSynthesis?.cancel();
  if (name === "home") idle.stop();
  if (name === "body") orderBodies(form);
  if (name === "read") readBack(form, { order: order(), files: [], show: (step) => steps.show(step) });
  if (["sent", "kept", "next"].includes(name)) complaint.tell(form, document.documentElement.lang);
  if (name === "kept") complaint.check(form, { show: (step) => steps.show(step) });
  if (name === "next") form.querySelector("[data-words-list]").replaceChildren();
}

async function before(name) {
  if (name !== "read") return true;
  const to = service === "complain" ? new FormData(form).get("body") : form.querySelector(`[data-service="${service}"]`).dataset.to;
  return complaint.lodge(form, { service, to });
}

function tellNetwork() {
  const note = document.querySelector("[data-offline-note]");
  note.textContent = navigator.onLine ? "" : note.dataset.offline;
}

function sendQueue() {
  return sendWaiting({ waiting, forget, told: registered }).then(tidy);
}

function registered({ id }, answer) {
  if (answer.state === "registered" && complaint.made?.id === id) complaint.becameRegistered(form, answer.promise);
}

leaveNothing();
changeTongue({ keep: () => ({ values: valuesOf(form), step: steps.current.dataset.step, inBox: !boxPart().hidden }), enliven });
enliven();
addEventListener("online", tellNetwork);
addEventListener("offline", tellNetwork);
keepTrying(sendQueue);
const home = form.dataset.home;
install({ scope: home, pages: [home, `${home}kk/`, `${home}ru/`, `${home}en/`] }).catch(() => {});
