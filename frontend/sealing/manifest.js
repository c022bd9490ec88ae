// The manifest of a body: the keys to seal for, vouched for by its last key and by 2 of 3 pinned vouchers.
import { isHex64, joined, utf8 } from "./bytes.js";
import { canonicalJson, isGroup } from "./canonical.js";
import { bytesFromBech32 } from "./bech32.js";
import { isSigned } from "./mailbox.js";
import { refuse } from "./refusal.js";

const TAG = utf8("qorgau/manifest/v1\0");
const NAMES = ["body", "ed25519", "epoch", "not_after", "recovery", "x25519"];
const SIGNED_NAMES = ["manifest", "previous", "vouchers"];
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}$/;

// What the previous key and the vouchers sign.
export const signedBytes = (manifest) => joined(TAG, canonicalJson(manifest));

// The manifest to seal to now: the whole chain from epoch 1 is checked, the last one must be in time.
// chain: signed manifests in order; pins: {vouchers: [{name, body, key}], needed, floors}; asOf: seconds (UTC).
export function currentManifest(chain, { pins, asOf }) {
  requirePins(pins);
  const last = chain.reduce((previous, signed) => checkManifest(signed, { previous, pins }), null);
  if (last === null) refuse("MalformedManifest", "No manifest is given for this body. Fetch the list again.");
  const floor = pins.floors?.[last.body] ?? 1;
  if (last.epoch < floor) {
    refuse("ManifestTooOld", `${last.body} is shown with epoch ${last.epoch}, but ${floor} is already known.`, { body: last.body });
  }
  if (asOf > last.not_after) refuse("ManifestExpired", `The keys of ${last.body} are no longer valid.`, { body: last.body });
  return last;
}

// The manifest, if it follows the one before and previous key and vouchers stand for it.
export function checkManifest(signed, { previous, pins }) {
  if (!isGroup(signed) || Object.keys(signed).sort().join() !== SIGNED_NAMES.join() || !isGroup(signed.vouchers)) {
    refuse("MalformedManifest", "A signed manifest has the names manifest, previous and vouchers.");
  }
  const manifest = wellFormed(signed.manifest);
  requireSuccession(manifest, previous);
  const by = previous === null ? manifest.ed25519 : previous.ed25519;
  if (!isSigned(signedBytes(manifest), { signature: signed.previous, by })) {
    refuse("PreviousKeyDidNotSign", `Epoch ${manifest.epoch} of ${manifest.body} is not signed by its previous key.`, { body: manifest.body });
  }
  requireVouchers(signed, pins);
  return manifest;
}

function wellFormed(manifest) {
  if (!isGroup(manifest) || Object.keys(manifest).sort().join() !== NAMES.join()) {
    refuse("MalformedManifest", `A manifest has exactly the names ${NAMES.join(", ")}.`);
  }
  const { body, epoch, ed25519, recovery, x25519 } = manifest;
  if (!IDENTIFIER.test(body) || !Number.isSafeInteger(epoch) || epoch < 1 || !isHex64(ed25519)) {
    refuse("MalformedManifest", "A manifest has a body, an epoch from 1 and a signing key of 64 hex digits.");
  }
  if (!Number.isSafeInteger(manifest.not_after)) refuse("MalformedManifest", "not_after is not a whole number of seconds.");
  for (const key of [x25519, recovery]) {
    if (bytesFromBech32(key, "age").length !== 32 || key !== key.toLowerCase()) refuse("MalformedManifest", "A key is not age's.");
  }
  if (x25519 === recovery) refuse("MalformedManifest", "Recovery needs a key of its own.");
  return manifest;
}

function requireSuccession(manifest, previous) {
  const expected = previous === null ? 1 : previous.epoch + 1;
  if (manifest.epoch !== expected || (previous !== null && previous.body !== manifest.body)) {
    refuse("WrongSuccession", `Epoch ${manifest.epoch} of ${manifest.body} stands where epoch ${expected} must stand.`);
  }
}

function requireVouchers(signed, pins) {
  const message = signedBytes(signed.manifest);
  const vouching = pins.vouchers.filter((voucher) => Object.hasOwn(signed.vouchers, voucher.name));
  const forged = vouching.find((voucher) => !isSigned(message, { signature: signed.vouchers[voucher.name], by: voucher.key }));
  if (forged) refuse("TooFewVouchers", `The signature of the voucher ${forged.name} is forged or damaged.`, { body: signed.manifest.body });
  if (vouching.length < pins.needed) {
    refuse("TooFewVouchers", `${vouching.length} vouchers stand for ${signed.manifest.body}; ${pins.needed} are needed.`, {
      body: signed.manifest.body,
    });
  }
}

function requirePins(pins) {
  const distinct = (name) => new Set(pins.vouchers.map((voucher) => voucher[name])).size;
  if (pins.needed !== 2 || !["name", "body", "key"].every((name) => distinct(name) === 3) || pins.vouchers.length !== 3) {
    refuse("UnusablePins", "Pin three vouchers of three institutions, each with a key; two must sign.");
  }
}
