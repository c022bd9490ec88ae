// Writes the page that checks receipts as one file: it opens from a disk, and its own policy lets it send nothing.
import { buildSync } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LANGUAGES = { kk: "Қазақша", ru: "Русский", en: "English" };
const VERDICTS = ["proven", "promised", "promise_broken", "not_proof_yet", "refused", "no_receipt", "no_trust"];
const STYLE = `body{margin:0;background:#fff;color:#16262c;font:1.1875rem/1.5 "Golos Text","Noto Sans",system-ui,sans-serif}
header{padding:12px 16px;background:#10343f;color:#fff}header button{margin-right:12px;padding:8px 4px;border:0;background:none;color:#fff;font:inherit;text-decoration:underline;cursor:pointer}
main{max-width:46em;margin:0 auto;padding:24px 16px}label{display:block;margin:20px 0 4px;font-weight:600}small{display:block;color:#4d5b61;font-size:1rem}
form button{margin:24px 0;padding:10px 20px;border:0;border-radius:3px;background:#0c6155;color:#fff;font:inherit;cursor:pointer}[hidden]{display:none!important}
:focus-visible{outline:3px solid #ffcf5c;outline-offset:2px}.q-verdict{margin:24px 0;padding:6px 20px;border-left:8px solid #4d5b61;background:#e9ecec}
.q-verdict--proven{border-color:#1c6b3c;background:#e2f1e6}.q-verdict--promised{border-color:#0d5489;background:#e0edf7}.q-verdict--not_proof_yet{border-color:#8a4b00;background:#fbecd3}
.q-verdict--promise_broken,.q-verdict--refused{border-color:#a81e26;background:#fae3e2}[data-verdict-more]{color:#4d5b61;font-size:1rem;overflow-wrap:anywhere}`;

export function writeReceiptCheck(root, out) {
  const words = phrases(readFileSync(join(root, "src/qorgau/mailboxes/phrases.yaml"), "utf-8"));
  const script = bundled(root);
  const page = html({ words, script });
  writeFileSync(join(out, "receipt_check.html"), page);
}

function bundled(root) {
  const built = buildSync({
    entryPoints: [join(root, "frontend/complain/receipt_alone.js")],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
  });
  return built.outputFiles[0].text.replaceAll("</script", "<\\/script");
}

/** The lines `mailboxes.receipt_...` of the phrases; each holds its three languages in quotes. */
function phrases(yaml) {
  const found = {};
  for (const [, key, group] of yaml.matchAll(/^mailboxes\.(receipt_\w+): \{(.*)\}$/gm)) {
    found[key] = Object.fromEntries([...group.matchAll(/(en|ru|kk): ("(?:[^"\\]|\\.)*")/g)].map(([, code, text]) => [code, JSON.parse(text)]));
  }
  return found;
}

function html({ words, script }) {
  const policy = `default-src 'none'; script-src '${hash(script)}'; style-src '${hash(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const buttons = Object.entries(LANGUAGES).map(([code, name]) => `<button type="button" data-to="${code}" lang="${code}">${name}</button>`);
  const sections = Object.keys(LANGUAGES).map((code) => section(code, words));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Қорғау · Qorgau</title><style>${STYLE}</style></head>
<body><header><nav aria-label="Тіл / Язык / Language">${buttons.join("")}</nav></header><main>${sections.join("\n")}</main><script>${script}</script></body></html>
`;
}

function section(code, words) {
  const say = (key) => escaped(words[`receipt_${key}`][code]);
  const verdicts = VERDICTS.map((word) => `<p data-verdict-word="${word}" data-title="${say(word)}">${say(`${word}_more`)}</p>`);
  const field = (name, key) => `<label for="${name}-${code}">${say(key)}</label><small id="${name}-${code}-hint">${say(`${key}_hint`)}</small><input type="file" id="${name}-${code}" name="${name}" aria-describedby="${name}-${code}-hint">`;
  return `<section lang="${code}" hidden><h1>${say("check_title")}</h1><p>${say("check_lead")}</p><form data-receipt-form novalidate>${field("receipt", "file")}${field("trust", "trust")}<p><button type="submit">${say("check")}</button></p></form>
<div data-verdict role="status" tabindex="-1" hidden><h2 data-verdict-title>${say("read")}</h2><p data-verdict-text></p><p data-verdict-more lang="en"></p></div><div hidden>${verdicts.join("")}</div></section>`;
}

const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
