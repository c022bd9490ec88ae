// Draws the links between two documents: a curve from each demand on the left to its twin on the right. What is
// pointed at or focused stands out together with its links; numbers pair the demands where nothing can be drawn.
const SVG = "http://www.w3.org/2000/svg";
const TOP = 22;

function curve(from, to, frame) {
  const y1 = from.top + Math.min(from.height / 2, TOP) - frame.top;
  const y2 = to.top + Math.min(to.height / 2, TOP) - frame.top;
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
    path.setAttribute("class", `q-twins__line q-twins__line--${mark.dataset.judgement}`);
    path.setAttribute("d", curve(left.getBoundingClientRect(), right.getBoundingClientRect(), frame));
    path.dataset.left = left.id;
    path.dataset.right = right.id;
    svg.append(path);
  }
}

function point(sides, card) {
  const id = card ? card.id : "";
  for (const path of sides.querySelectorAll("path")) {
    const mine = id !== "" && (path.dataset.left === id || path.dataset.right === id);
    path.classList.toggle("q-twins__line--near", mine);
    path.classList.toggle("q-twins__line--far", id !== "" && !mine);
  }
  for (const each of sides.querySelectorAll("[data-twin]")) {
    const twin = id !== "" && each.querySelector(`[data-to="${CSS.escape(id)}"]`) !== null;
    each.classList.toggle("q-twin--near", twin);
  }
}

// A demand without a link tells nothing of the others, so nothing fades for it.
const linked = (target) => target.closest?.("[data-twin].q-twin--linked") ?? null;

export function lines(scope) {
  for (const sides of scope.querySelectorAll("[data-sides]")) {
    draw(sides);
    new ResizeObserver(() => draw(sides)).observe(sides);
    for (const name of ["mouseover", "focusin"]) sides.addEventListener(name, (event) => point(sides, linked(event.target)));
    for (const name of ["mouseleave", "focusout"]) sides.addEventListener(name, () => point(sides, null));
  }
}
