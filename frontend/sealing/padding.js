// Paddings: the size of what is sealed tells only how many steps it takes.
import { refuse } from "./refusal.js";

export const NARRATIVE_STEP = 4096;
export const MOST_STEPS = 16;
export const IDENTITY_BYTES = 1024;
export const READERS = 5;

export function paddedToStep(content, { step = NARRATIVE_STEP, most = MOST_STEPS } = {}) {
  const steps = Math.max(1, Math.ceil(content.length / step));
  if (steps > most) refuse("TooLong", `This takes ${content.length} bytes; ${step * most} fit.`, { most: step * most });
  const padded = new Uint8Array(steps * step);
  padded.set(content);
  return padded;
}

export function withoutPadding(padded, step = NARRATIVE_STEP) {
  if (!padded.length || padded.length % step) refuse("TooLong", `${padded.length} bytes are not whole steps of ${step}.`);
  let end = padded.length;
  while (end && padded[end - 1] === 0) end -= 1;
  return padded.subarray(0, end);
}
