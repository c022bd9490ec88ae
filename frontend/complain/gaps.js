// Letters that are not in a mailbox, told by what each body signed.
import { missingNumbers } from "../sealing/message.js";

/** Of each body the numbers of its letters that are not here; none named where they do not follow each other. */
export function gapsOf(letters, narratives) {
  const signed = letters.filter(({ message }) => message);
  return [...new Set(signed.map(({ from }) => from))].flatMap((from) => {
    const own = signed.filter((letter) => letter.from === from).sort((one, other) => one.message.seq - other.message.seq);
    const narrative = narratives.includes(own[0].message.prev) ? own[0].message.prev : narratives[0];
    try {
      const numbers = missingNumbers(own, { from, narrative });
      return numbers.length ? [{ from, numbers }] : [];
    } catch (error) {
      if (error.detector !== "MessageGap") throw error;
      return [{ from, numbers: [] }];
    }
  });
}
