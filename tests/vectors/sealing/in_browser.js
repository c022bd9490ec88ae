// The page of tests/slices/sealing/test_in_the_browser.py: the same modules as in the pages of complainants.
import { fromBase64, fromHex, toBase64, toHex } from "../../../frontend/sealing/bytes.js";
import { newCode } from "../../../frontend/sealing/code.js";
import { envelopeJson, seal } from "../../../frontend/sealing/envelope.js";
import { sealFile } from "../../../frontend/sealing/file.js";
import { mailboxOf } from "../../../frontend/sealing/mailbox.js";
import { withoutMetadata } from "../../../frontend/sealing/photo.js";
import { lists } from "../../../frontend/sealing/words.js";
import { check } from "./checks.mjs";

async function timed(act, times) {
  const taken = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await act();
    taken.push(performance.now() - began);
  }
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)];
}

window.sealing = {
  check: (given) => check(given, lists),

  async sealed(raw, origin, text, { to, npm }) {
    const mailbox = await mailboxOf(fromHex(raw), { origin });
    return envelopeJson(await seal({ text }, null, { to, npm, mailbox }));
  },

  async timings(origin, { to, npm }, times) {
    const mailbox = await mailboxOf(newCode(), { origin });
    const text = "ж".repeat(1200);
    const file = new Blob([new Uint8Array(20 * 1024 * 1024)]);
    return {
      mailbox: await timed(() => mailboxOf(newCode(), { origin }), times),
      seal: await timed(() => seal({ text }, { name: "x" }, { to, npm, mailbox }), times),
      file: await timed(() => sealFile(file, { name: "v", media: "video/mp4", store: async () => {} }), 1),
    };
  },

  async drawnAnew(base64, type) {
    const photo = new File([fromBase64(base64)], "photo", { type });
    try {
      return toBase64(new Uint8Array(await (await withoutMetadata(photo)).arrayBuffer()));
    } catch (error) {
      return error.detector;
    }
  },
};
document.title = toHex(newCode()).length === 22 ? "ready" : "not ready";
