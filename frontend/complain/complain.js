// Complaining on the web: nothing is kept in the browser unless somebody asks for it.
import { orderBodies } from "./bodies.js";
import { Complaint } from "./complaint.js";
import { Evidence } from "./evidence.js";
import { keepPage } from "./installing.js";
import { leaveNothing, quickExit } from "./page.js";
import { keep, waiting, forget, tidy } from "./queue.js";
import { readBack } from "./read_back.js";
import { keepTrying, sendWaiting } from "./sending.js";
import { showRoom, showWhen, Steps } from "./steps.js";
import { changeTongue, putValues, valuesOf } from "./tongue.js";

const ORDER = ["start", "whom", "what", "where", "who", "named", "body", "evidence", "read", "sent", "kept", "next"];
const evidence = new Evidence();
const complaint = new Complaint({ way: "web", files: evidence.files, keepWaiting });
let form, steps;

/** Without network the envelope waits, sealed, in this page; on this device only where the page was kept on it. */
async function keepWaiting(made) {
  const { id, envelope, chunks } = made;
  const onDevice = await isKept();
  if (onDevice) await keep({ id, envelope, chunks });
  const stop = keepTrying(async () => {
    if (complaint.made !== made) return stop();
    const waits = { waiting: async () => [made], forget: async () => onDevice && forget(id).then(tidy) };
    await sendWaiting({ ...waits, told: async (_, answer) => answer.state === "registered" && (stop(), complaint.becameRegistered(form, answer.promise)) });
  });
}

const isKept = async () => Boolean(await navigator.serviceWorker?.getRegistration("/complain/"));

function enliven({ values = {}, step = "start" } = {}) {
  form = document.querySelector("[data-complaint]");
  putValues(form, values);
  steps = new Steps(form, { order: () => ORDER, entered, before });
  evidence.enliven(form);
  complaint.enliven(form);
  showRoom(form);
  showWhen(form);
  keepPage(document, { scope: "/complain/", pages: ["/complain/", "/complain/kk/", "/complain/ru/", "/complain/en/"] });
  steps.show(step, { focus: step !== "start" });
}

function entered(name) {
  if (name === "whom") complaint.prepare();
  if (name === "body") orderBodies(form);
  if (name === "read") readBack(form, { order: ORDER, files: evidence.files, show: (step) => steps.show(step) });
  if (["sent", "kept", "next"].includes(name)) complaint.tell(form, document.documentElement.lang);
  if (name === "kept") complaint.check(form, { show: (step) => steps.show(step) });
  if (name === "next") form.querySelector("[data-words-list]").replaceChildren();
}

async function before(name) {
  if (name !== "read") return true;
  return complaint.lodge(form, { service: "complain", to: new FormData(form).get("body") });
}

quickExit();
leaveNothing();
changeTongue({ keep: () => ({ values: valuesOf(form), step: steps.current.dataset.step }), enliven });
enliven();
// What waited since the last time goes out as soon as the page is opened again.
isKept().then((kept) => kept && keepTrying(() => sendWaiting({ waiting, forget }).then(tidy)));
