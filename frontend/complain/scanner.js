// The camera as a reader of pictures: frames are looked at here and thrown away, never stored.
import decodeQR from "qr/decode.js";

const PAUSE = 120;
const WIDEST = 1280;

export class Scanner {
  constructor(video, found) {
    Object.assign(this, { video, found, running: false });
    this.canvas = document.createElement("canvas");
  }

  /** False where there is no camera, or none was allowed. */
  async start() {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
    } catch {
      return false;
    }
    this.video.srcObject = this.stream;
    this.video.hidden = false;
    await this.video.play();
    this.running = true;
    this.#look();
    return true;
  }

  stop() {
    this.running = false;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.video.srcObject = null;
    this.video.hidden = true;
  }

  async #look() {
    if (!this.running) return;
    const text = this.#read();
    if (text) await this.found(text);
    setTimeout(() => this.#look(), PAUSE);
  }

  #read() {
    const { videoWidth, videoHeight } = this.video;
    if (!videoWidth) return undefined;
    const scale = Math.min(1, WIDEST / videoWidth);
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    Object.assign(this.canvas, { width, height });
    const pen = this.canvas.getContext("2d", { willReadFrequently: true });
    pen.drawImage(this.video, 0, 0, width, height);
    try {
      return decodeQR(pen.getImageData(0, 0, width, height), { cropToSquare: false });
    } catch {
      return undefined; // no picture in sight, or a blurred one
    }
  }
}
