// What the mailbox page says of letters that are not here; prints one line for each check that held.
import assert from "node:assert/strict";
import { gapsOf } from "../../../frontend/complain/gaps.js";
import { utf8 } from "../../../frontend/sealing/bytes.js";
import { messageHash } from "../../../frontend/sealing/message.js";

const BEGINNING = "ab".repeat(32);

/** `count` letters of one body, each naming the one before it. */
function chain(from, count, { narrative = BEGINNING } = {}) {
  const letters = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const prev = letters.length ? messageHash(letters.at(-1).ciphertext) : narrative;
    letters.push({ from, seq: letters.length, ciphertext: utf8(`${from} ${seq}`), message: { from, seq, prev } });
  }
  return letters;
}

const one = chain("prosecutors_office", 3);
const other = chain("npm", 2);
assert.deepEqual(gapsOf([one[0], other[0], one[1], other[1], one[2]], [BEGINNING]), []);
console.log("two bodies number their letters apart");

assert.deepEqual(gapsOf([one[0], one[2], other[1]], [BEGINNING]), [
  { from: "prosecutors_office", numbers: [2] },
  { from: "npm", numbers: [1] },
]);
console.log("what is not here is named with its body");

const exchanged = { ...one[1], ciphertext: utf8("another letter") };
assert.deepEqual(gapsOf([one[0], exchanged, one[2]], [BEGINNING]), [{ from: "prosecutors_office", numbers: [] }]);
console.log("an exchanged letter breaks the chain");

assert.deepEqual(gapsOf(chain("npm", 2, { narrative: "cd".repeat(32) }), [BEGINNING, "cd".repeat(32)]), []);
console.log("a chain may begin at any complaint of the mailbox");

assert.deepEqual(gapsOf([{ from: "npm", text: "", isForged: true }], [BEGINNING]), []);
console.log("a forged letter is no letter of the chain");
