// Opens and checks what Python sealed, under node and in a browser alike; gives the names of the checks done.
import { fromBase64, fromHex, toHex, utf8 } from "../../../frontend/sealing/bytes.js";
import { codeWords, readCode } from "../../../frontend/sealing/code.js";
import { checkP, entryFacts, openIdentity, openNarrative, readEnvelope } from "../../../frontend/sealing/envelope.js";
import { openFile } from "../../../frontend/sealing/file.js";
import { checkLodged } from "../../../frontend/sealing/lodging.js";
import { mailboxOf } from "../../../frontend/sealing/mailbox.js";
import { currentManifest } from "../../../frontend/sealing/manifest.js";
import { missingNumbers, openMessage, requireChain } from "../../../frontend/sealing/message.js";
import { readKey } from "../../../frontend/sealing/note.js";
import { verifyReceipt } from "../../../frontend/sealing/receipt.js";
import { readAnswer, signRequest } from "../../../frontend/sealing/request.js";
import { readTrust } from "../../../frontend/sealing/trust.js";

export async function check(given, lists) {
  const done = [];
  const raw = fromHex(given.code.raw);
  for (const [language, words] of Object.entries(given.code.words)) {
    assert.deepEqual(codeWords(raw, language, lists), words);
    assert.equal(toHex(readCode(words.join(" ").toUpperCase(), lists)), given.code.raw);
  }
  for (const { typed, detector, place, meant } of given.code.refused) {
    const refused = attempt(() => readCode(typed, lists));
    assert.deepEqual([refused.detector, refused.details.place ?? null], [detector, place]);
    assert.deepEqual(refused.details.meant ?? [], meant);
  }
  done.push("code");

  const mailbox = await mailboxOf(raw, { origin: given.origin });
  assert.deepEqual([mailbox.identity, mailbox.boxX, mailbox.boxEd], [given.mailbox.identity, given.mailbox.box_x, given.mailbox.box_ed]);
  assert.equal(mailbox.sign(utf8(given.signature.message)), given.signature.hex);
  assert.deepEqual(signRequest(mailbox, { nonce: given.request.nonce, origin: given.origin, after: given.request.after }), given.request);
  done.push("mailbox and request");

  for (const { chain, asOf, floors, detector } of given.manifests) {
    const open = () => currentManifest(chain, { pins: { ...given.pins, floors }, asOf });
    if (detector) assert.equal(attempt(open).detector, detector);
    else assert.deepEqual(open(), chain.at(-1).manifest);
  }
  done.push("manifests");

  const envelope = readEnvelope(JSON.stringify(given.envelope));
  assert.deepEqual(entryFacts(envelope), given.entry_facts);
  for (const key of given.narrative_keys) {
    const opened = await openNarrative(envelope.narrative, key);
    checkP(opened, envelope.P);
    assert.deepEqual(plain(opened.narrative), given.narrative);
  }
  for (const key of given.identity_keys) assert.deepEqual(await openIdentity(envelope.identity, key, mailbox), given.identity);
  for (const key of given.other_keys) {
    assert.equal((await attemptLater(() => openNarrative(envelope.narrative, key))).detector, "NotForUs");
  }
  const flipped = envelope.narrative.slice();
  flipped[given.flip] ^= 1;
  await attemptLater(() => openNarrative(flipped, given.narrative_keys[0]));
  done.push("envelope");

  // The vectors kept in the repository leave the pieces out: they are large and alike.
  if (Object.keys(given.file.pieces).length) {
    const pieces = given.file.chunks.map((each) => fromBase64(given.file.pieces[each]));
    assert.equal(toHex(await openFile(given.file.inside, pieces)).slice(0, 64), given.file.begins);
    assert.equal((await attemptLater(() => openFile(given.file.inside, pieces.slice().reverse()))).detector, "FileChanged");
  }
  done.push("file");

  const answer = readAnswer(fromBase64(given.answer));
  const received = [];
  for (const ciphertext of answer.messages) {
    received.push({ ciphertext, message: await openMessage(ciphertext, mailbox.identity, { keys: given.body_keys }) });
  }
  assert.deepEqual(received.map(({ message }) => message.text), given.answers);
  requireChain(received, { from: given.envelope.to, box: mailbox.boxEd, narrative: given.entry_facts.narrative });
  const gap = attempt(() => requireChain(received.slice(1), { from: given.envelope.to, box: mailbox.boxEd, narrative: given.entry_facts.narrative }));
  assert.equal(gap.detector, "MessageGap");
  const chain = { from: given.envelope.to, narrative: given.entry_facts.narrative };
  assert.deepEqual([missingNumbers(received, chain), missingNumbers(received.slice(1), chain)], [[], [1]]);
  for (const wrong of [[received[1], received[0]], [received[0], received[0]]]) attempt(() => missingNumbers(wrong, chain));
  attempt(() => missingNumbers(received, { ...chain, narrative: "ab".repeat(32) }));
  assert.equal((await attemptLater(() => openMessage(answer.messages[0], mailbox.identity, {}))).detector, "MessageRefused");
  done.push("messages");

  for (const { entry, salt, commitment, promise, detector } of given.lodgings) {
    const returned = { entry: utf8(entry), salt: fromHex(salt), commitment: fromHex(commitment), promise };
    const check = () => checkLodged(envelope, returned, { promiseKey: readKey(given.promise_key), origin: given.origin });
    if (detector) assert.equal(attempt(check).detector, detector, entry);
    else assert.equal(toHex(check().commitment), commitment);
  }
  done.push("lodging");

  const trust = readTrust(given.trust);
  for (const { receipt, asOf, entry, salt, verdict } of given.receipts) {
    const shown = verifyReceipt(receipt, trust, { asOf, entry: entry === null ? undefined : utf8(entry), salt: salt ?? undefined });
    const names = shown.witnesses.map((each) => each.name);
    assert.deepEqual({ state: shown.state, detector: shown.detector ?? null, witnesses: names }, verdict, receipt);
  }
  for (const { text } of given.bad_trusts) attempt(() => readTrust(text));
  done.push("receipts");
  return done;
}

function plain({ boxEd, boxX, ...rest }) {
  return rest;
}

function attempt(act) {
  try {
    act();
  } catch (error) {
    if (error.name === "SealingRefusal") return error;
    throw error;
  }
  throw new Error("this had to be refused");
}

async function attemptLater(act) {
  try {
    await act();
  } catch (error) {
    if (error.name === "SealingRefusal") return error;
    throw error;
  }
  throw new Error("this had to be refused");
}

const assert = {
  equal(left, right, what = "") {
    if (left !== right) throw new Error(`${left} is not ${right} ${what}`);
  },
  deepEqual(left, right, what = "") {
    assert.equal(ordered(left), ordered(right), what);
  },
};

function ordered(value) {
  const sorted = (_, each) =>
    each && typeof each === "object" && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each;
  return JSON.stringify(value, sorted);
}
