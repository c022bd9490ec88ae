// Showing an envelope to another device, picture by picture: by hand, or changing by itself.
import { framesOf, pictureOf } from "./frames.js";
import { worded } from "./page.js";

const PACE = 700;
const PIXELS = 4;

export async function handOver(form, envelope) {
  const box = form.querySelector("[data-qr]");
  const frames = await framesOf(envelope);
  const [canvas, count, play] = [box.querySelector("canvas"), box.querySelector("[data-qr-count]"), box.querySelector("[data-qr-play]")];
  let at = 0;
  let timer;
  const show = (next) => {
    at = (next + frames.length) % frames.length;
    draw(canvas, pictureOf(frames[at]));
    count.textContent = worded(count, { at: at + 1, of: frames.length });
  };
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = play.dataset.playWord;
  };
  box.hidden = false;
  box.querySelector("[data-qr-on]").onclick = () => (rest(), show(at + 1));
  box.querySelector("[data-qr-back]").onclick = () => (rest(), show(at - 1));
  play.onclick = () => {
    if (timer) return rest();
    timer = setInterval(() => (box.isConnected && !box.closest("[hidden]") ? show(at + 1) : rest()), PACE);
    play.textContent = play.dataset.stopWord;
  };
  show(0);
  box.scrollIntoView({ block: "start" });
}

function draw(canvas, rows) {
  canvas.width = canvas.height = rows.length * PIXELS;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  rows.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS)));
}
