// The keys of the receiving bodies: fetched once, checked by the vouchers pinned in the bundle, held for this page only.
import { currentManifest } from "../sealing/manifest.js";
import { NoNetwork } from "./sending.js";

const MECHANISM = "npm";

export class KeysRefused extends Error {}

async function json(address) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" }).catch((error) => {
    throw new NoNetwork(String(error));
  });
  if (!answer.ok) throw new KeysRefused(`${address} answers ${answer.status}`);
  return answer.json();
}

/** Both files, from the network or, at a terminal without one, as the worker kept them. */
export async function loadKeys() {
  const [pins, listed] = await Promise.all([json("/sealed/pins.json"), json("/sealed/manifests.json")]);
  return new Keys(pins, listed);
}

export class Keys {
  constructor(pins, { manifests, revoked }) {
    Object.assign(this, { pins, chains: manifests, revoked });
  }

  /** The keys to seal to for a body, or KeysRefused: then nothing is sealed. */
  of(body) {
    const chain = this.chains[body] ?? [];
    try {
      const manifest = currentManifest(chain, { pins: this.pins, asOf: Math.floor(Date.now() / 1000) });
      if (`${body}/${manifest.epoch}` in this.revoked) throw new Error("revoked");
      return manifest;
    } catch (error) {
      throw new KeysRefused(`${body}: ${error.message}`);
    }
  }

  get mechanism() {
    return this.of(MECHANISM);
  }

  /** Every signing key a body ever published, by which its letters are checked. */
  get signing() {
    const known = Object.entries(this.chains).map(([body, chain]) => [body, chain.map((signed) => signed.manifest.ed25519)]);
    return Object.fromEntries(known);
  }
}
