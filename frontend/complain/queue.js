// Sealed envelopes that wait for a network. What stands here is ciphertext only: no code, no key, no word.

const NAME = "sealed";
const STORE = "envelopes";

function opened() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "id" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

async function inStore(mode, act) {
  const base = await opened();
  try {
    return await new Promise((done, fail) => {
      const asked = act(base.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  } finally {
    base.close();
  }
}

/** Keep an envelope: { id, envelope: JSON text, chunks: [{ sha256, bytes }] }. */
export const keep = (sealed) => inStore("readwrite", (store) => store.put(sealed));

export const waiting = () => inStore("readonly", (store) => store.getAll());

export const forget = (id) => inStore("readwrite", (store) => store.delete(id));

/** Nothing waits any more: the store itself goes, so that its name does not stay behind either. */
export async function tidy() {
  if ((await waiting()).length > 0) return;
  await new Promise((done) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = asked.onerror = asked.onblocked = done;
  });
}
