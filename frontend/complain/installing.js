// Keeping the page on the device: only when somebody asks, or on a terminal, which is there for nothing else.

const WORKER = "/complain/offline";

/** Register the worker for one part of the site and let it keep these pages with all they need. */
export async function install({ scope, pages }) {
  if (!navigator.serviceWorker) return false;
  const registration = await navigator.serviceWorker.register(WORKER, { scope, updateViaCache: "none" });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  await activated(worker);
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data === "kept");
    (registration.active ?? worker).postMessage({ keep: pages }, [port2]);
  });
}

function activated(worker) {
  if (worker.state === "activated") return Promise.resolve();
  return new Promise((done, fail) =>
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") done();
      if (worker.state === "redundant") fail(new Error("the worker was not taken"));
    }),
  );
}

/** The button by which somebody keeps the page; it says when that is done. */
export function keepPage(root, { scope, pages }) {
  const button = root.querySelector("[data-keep-page]");
  const note = root.querySelector("[data-kept-page]");
  button?.addEventListener("click", async () => {
    button.disabled = true;
    const kept = await install({ scope, pages }).catch(() => false);
    note.textContent = kept ? note.dataset.done : note.dataset.failed;
    button.disabled = false;
  });
}
