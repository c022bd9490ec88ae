// Sending what is sealed. An answer is "registered", "waiting" (taken, not yet registered), "refused", or there is no network.

export class NoNetwork extends Error {}

const JSON_TYPE = { "Content-Type": "application/json" };
const AGAIN = 30_000;

async function post(address, body, headers) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, headers, credentials: "omit", referrerPolicy: "no-referrer" });
  } catch (error) {
    throw new NoNetwork(String(error));
  }
  // A proxy that answers for a dead line is no network either.
  if (answer.status >= 500) throw new NoNetwork(`status ${answer.status}`);
  return answer;
}

export async function asJson(address, value) {
  const answer = await post(address, JSON.stringify(value), JSON_TYPE);
  return { status: answer.status, ...(await answer.json()) };
}

/** One piece of a file: kept, waiting, or refused. */
export async function sendChunk({ sha256, bytes }) {
  const answer = await post(`/sealed/chunks/${sha256}`, bytes, { "Content-Type": "application/octet-stream" });
  if (answer.ok) return { state: "kept" };
  if (answer.status === 429) return { state: "waiting" };
  return { ...(await answer.json().catch(() => ({}))), state: "refused" };
}

/** Chunks first, then the envelope, so that nothing is registered whose files are missing. */
export async function send({ envelope, chunks = [] }) {
  for (const chunk of chunks) {
    const answer = await sendChunk(chunk);
    if (answer.state !== "kept") return answer;
  }
  const answer = await post("/sealed/envelopes", envelope, JSON_TYPE);
  const said = await answer.json().catch(() => ({}));
  return { ...said, state: said.state === "keep" ? "waiting" : (said.state ?? "refused") };
}

/** Send everything that waits; `told(sealed, answer)` hears of each that was answered. */
export async function sendWaiting({ waiting, forget, told = async () => {} }) {
  for (const sealed of await waiting()) {
    let answer;
    try {
      answer = await send(sealed);
    } catch (error) {
      if (error instanceof NoNetwork) return false;
      throw error;
    }
    if (answer.state === "registered") await forget(sealed.id);
    await told(sealed, answer);
  }
  return true;
}

/** Try again whenever the network comes back, and every half minute in case nobody says so. */
export function keepTrying(attempt) {
  let running = false;
  const once = async () => {
    if (running) return;
    running = true;
    await attempt().catch(() => {}).finally(() => (running = false));
  };
  addEventListener("online", once);
  const timer = setInterval(once, AGAIN);
  once();
  return () => clearInterval(timer);
}
