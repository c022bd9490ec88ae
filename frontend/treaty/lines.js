// Draws the links between two documents: a curve from each numbered mark on the left to its twin on the right.
const SVG = "http://www.w3.org/2000/svg";

function curve(from, to, frame) {
  const y1 = from.top + Math.min(from.height / 2, 22) - frame.top;
  const y2 = to.top + Math.min(to.height / 2, 22) - frame.top;
  const x1 = from.right - frame.left;
  const x2 = to.left - frame.left;
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function draw(sides) {
  const svg = sides.querySelector("svg");
  const frame = sides.getBoundingClientRect();
  svg.replaceChildren();
  for (const mark of sides.querySelectorAll("[data-from^='left-']")) {
    const left = document.getElementById(mark.dataset.from);
    const right = document.getElementById(mark.dataset.to);
    if (!left || !right) continue;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", `q-sides__line q-sides__line--${mark.dataset.judgement}`);
    path.setAttribute("d", curve(left.getBoundingClientRect(), right.getBoundingClientRect(), frame));
    svg.append(path);
  }
}

export function lines(scope) {
  for (const sides of scope.querySelectorAll("[data-sides]")) {
    draw(sides);
    new ResizeObserver(() => draw(sides)).observe(sides);
  }
}
