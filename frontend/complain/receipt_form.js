// Checking a receipt against a trust file, on this device. Nothing is fetched, nothing is sent.
import { SealingRefusal } from "../sealing/refusal.js";
import { verifyReceipt } from "../sealing/receipt.js";
import { readTrust } from "../sealing/trust.js";

/** Enliven one form with its verdict; `root` holds the words of the verdicts as well. */
export function receiptForm(root) {
  const form = root.querySelector("[data-receipt-form]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [receipt, trust] = await Promise.all(["receipt", "trust"].map((name) => textOf(form.elements[name])));
    tell(root, judged(receipt, trust));
  });
}

// What was chosen is no note at all, rather than a forged one.
const NO_RECEIPT = new Set(["MalformedNote"]);
const textOf = (field) => field.files[0]?.text();

/** { word, more }: one of the words of the page, and what the check itself says. */
export function judged(receipt, trust, asOf = Math.floor(Date.now() / 1000)) {
  if (!receipt) return { word: "no_receipt" };
  if (!trust) return { word: "no_trust" };
  let pins;
  try {
    pins = readTrust(trust);
  } catch (error) {
    if (!(error instanceof SealingRefusal)) throw error;
    return { word: "no_trust", more: error.message };
  }
  const { state, why, detector, index, size, witnesses } = verifyReceipt(receipt, pins, { asOf });
  if (NO_RECEIPT.has(detector)) return { word: "no_receipt", more: why };
  const vouching = (witnesses ?? []).map(({ body }) => body).join(", ");
  return { word: state, more: index === undefined ? why : `${index} / ${size}; ${vouching}` };
}

function tell(root, { word, more = "" }) {
  const box = root.querySelector("[data-verdict]");
  const words = root.querySelector(`[data-verdict-word="${word}"]`);
  box.className = `q-verdict q-verdict--${word}`;
  box.dataset.verdict = word;
  box.querySelector("[data-verdict-title]").textContent = words.dataset.title;
  box.querySelector("[data-verdict-text]").textContent = words.textContent;
  box.querySelector("[data-verdict-more]").textContent = more;
  box.hidden = false;
  box.focus();
}
