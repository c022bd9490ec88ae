// How far two words are apart: letters changed, added, left out, or two neighbours swapped.
export function apart(left, right) {
  let before = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const changed = last[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1);
      let best = Math.min(last[column] + 1, now[column - 1] + 1, changed);
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        best = Math.min(best, before[column - 2] + 1);
      }
      now.push(best);
    }
    before = last;
    last = now;
  }
  return last[right.length];
}

// The listed words nearest to a mistyped one, nearest first, at most `within` slips away.
export function nearest(word, listed, { within = 2, most = 6 } = {}) {
  return listed
    .filter((each) => Math.abs(each.length - word.length) <= within)
    .map((each) => [apart(word, each), each])
    .filter(([slips]) => slips <= within)
    .sort(([one, left], [two, right]) => one - two || (left < right ? -1 : 1))
    .slice(0, most)
    .map(([, each]) => each);
}
