// Taking sealed envelopes over from a device without network, and sending them on. Nothing here can be read.
import { readEnvelope } from "../sealing/envelope.js";
import { fromBase64, hashHex, utf8 } from "../sealing/bytes.js";
import { Collector } from "./frames.js";
import { keepPage } from "./installing.js";
import { leaveNothing, quickExit, showErrors, troubleWords, worded } from "./page.js";
import { forget, keep, tidy, waiting } from "./queue.js";
import { Scanner } from "./scanner.js";
import { keepTrying, sendWaiting } from "./sending.js";
import { changeTongue } from "./tongue.js";

const PAGES = ["/carry-out/", "/carry-out/kk/", "/carry-out/ru/", "/carry-out/en/"];
const states = new Map();
const collector = new Collector();
let root, scanner;

function enliven() {
  root = document.querySelector("[data-carry-out]");
  const [start, stop, count] = ["[data-scan]", "[data-scan-stop]", "[data-scan-count]"].map((each) => root.querySelector(each));
  scanner?.stop();
  scanner = new Scanner(root.querySelector("[data-camera]"), async (text) => {
    const taken = await collector.take(text).catch(() => undefined);
    if (!taken) return;
    count.textContent = worded(count, taken);
    if (taken.envelope) await carry(taken.envelope, []);
  });
  const running = (on) => ([start.hidden, stop.hidden] = [on, !on]);
  start.addEventListener("click", async () => {
    const works = await scanner.start();
    root.querySelector("[data-no-camera]").hidden = works;
    running(works);
  });
  stop.addEventListener("click", () => (scanner.stop(), running(false)));
  root.querySelector("[data-sealed-files]").addEventListener("change", takeFiles);
  root.querySelector("[data-send-carried]").addEventListener("click", sendAll);
  keepPage(root, { scope: "/carry-out/", pages: PAGES });
  show();
}

async function takeFiles({ target }) {
  const chosen = [...target.files];
  target.value = "";
  showErrors(root, []);
  for (const file of chosen) {
    try {
      const { envelope, chunks } = readSealedFile(await file.text());
      await carry(envelope, chunks);
    } catch {
      showErrors(root, [{ text: troubleWords("file") }]);
    }
  }
}

/** A file saved by the page, or the bare envelope. Every chunk must be the one that it says it is. */
export function readSealedFile(text) {
  const group = JSON.parse(text);
  if (group.qorgau_sealed !== 1) return { envelope: text, chunks: [] };
  const chunks = group.chunks.map(({ sha256, bytes }) => ({ sha256, bytes: fromBase64(bytes) }));
  if (chunks.some(({ sha256, bytes }) => hashHex(bytes) !== sha256)) throw new Error("a piece was changed");
  return { envelope: group.envelope, chunks };
}

async function carry(envelope, chunks) {
  readEnvelope(envelope);
  const id = hashHex(utf8(envelope));
  await keep({ id, envelope, chunks });
  states.set(id, "waiting");
  await show();
  await sendAll();
}

async function sendAll() {
  await sendWaiting({
    waiting,
    forget,
    told: async ({ id }, { state }) => {
      states.set(id, { registered: "sent", refused: "refused" }[state] ?? "waiting");
      if (state === "refused") await forget(id);
    },
  });
  await show();
  await tidy();
}

async function show() {
  for (const { id } of await waiting()) if (!states.has(id)) states.set(id, "waiting");
  const list = root.querySelector("[data-carried]");
  list.replaceChildren(...[...states].map(([id, state]) => Object.assign(document.createElement("li"), { textContent: `${id.slice(0, 8)} — ${list.dataset[state]}` })));
  root.querySelector("[data-nothing-carried]").hidden = states.size > 0;
  root.querySelector("[data-send-carried]").hidden = ![...states.values()].includes("waiting");
}

quickExit();
leaveNothing();
changeTongue({ keep: () => ({}), enliven });
enliven();
keepTrying(sendAll);
