// Photos drawn anew, papers as they are, a voice: all stay in this page's memory until they are sealed.
import { withoutMetadata } from "../sealing/photo.js";
import { onWipe, sizeWords, worded } from "./page.js";

const LARGEST = 25_000_000;

export class Evidence {
  constructor() {
    this.files = [];
    onWipe(() => (this.files.length = 0));
  }

  /** Listen to the step's fields; called again when the page changed its language. */
  enliven(form) {
    this.form = form;
    this.list = form.querySelector("[data-file-list]");
    if (!this.list) return;
    for (const field of form.querySelectorAll("[data-files]"))
      field.addEventListener("change", async () => {
        const chosen = [...field.files];
        // The field forgets at once: what counts is what stands in the list.
        field.value = "";
        for (const file of chosen) await this.add(file, field.dataset.files);
      });
    recording(form, (blob) => this.add(blob, "audio"));
    this.#show();
  }

  async add(file, kind) {
    const at = this.files.length + 1;
    try {
      if (file.size > LARGEST) throw new Error("tooLarge");
      const blob = kind === "photo" ? await withoutMetadata(file) : file;
      this.files.push({ kind, blob, name: plainName(file, kind, at), media: blob.type || "application/octet-stream" });
      this.#show();
    } catch (error) {
      this.#show(error.message === "tooLarge" ? this.list.dataset.tooLarge : this.list.dataset.unreadable);
    }
  }

  #show(trouble = "") {
    this.list.replaceChildren(...this.files.map((file) => this.#line(file)));
    if (trouble) this.list.append(Object.assign(document.createElement("li"), { className: "govuk-error-message", textContent: trouble }));
    this.form.querySelector("[data-no-files]").hidden = this.files.length > 0;
    const sizes = this.form.querySelector("[data-sizes]");
    sizes.hidden = this.files.length === 0;
    sizes.textContent = worded(sizes, { size: sizeWords(this.files.reduce((sum, file) => sum + file.blob.size, 0)) });
  }

  #line(file) {
    const line = document.createElement("li");
    const kind = this.list.dataset[`kind${file.kind[0].toUpperCase()}${file.kind.slice(1)}`];
    line.append(`${file.name} — ${kind}, ${sizeWords(file.blob.size)}`);
    const remove = Object.assign(document.createElement("button"), { type: "button", className: "q-linklike", textContent: this.list.dataset.remove });
    remove.setAttribute("aria-label", `${this.list.dataset.remove}: ${file.name}`);
    remove.addEventListener("click", () => {
      this.files.splice(this.files.indexOf(file), 1);
      this.#show();
    });
    line.append(remove);
    return line;
  }
}

/** A name that tells nothing of the telephone; a paper keeps its own, which may mean something. */
function plainName(file, kind, at) {
  if (kind === "photo") return `photo-${at}.jpg`;
  return file.name ?? `${kind}-${at}.${(file.type.split("/")[1] ?? "bin").split(";")[0]}`;
}

function recording(form, done) {
  const button = form.querySelector("[data-record]");
  const note = form.querySelector("[data-recording]");
  let recorder, ticking;
  button.addEventListener("click", async () => {
    if (recorder?.state === "recording") return recorder.stop();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      recorder = new MediaRecorder(stream);
      listenTo(recorder, stream);
    } catch {
      note.textContent = note.dataset.refused;
    }
  });

  function listenTo(machine, stream) {
    const parts = [];
    let seconds = 0;
    machine.addEventListener("dataavailable", ({ data }) => parts.push(data));
    machine.addEventListener("stop", () => {
      clearInterval(ticking);
      for (const track of stream.getTracks()) track.stop();
      button.textContent = button.dataset.recordWord;
      note.textContent = "";
      done(new Blob(parts, { type: machine.mimeType }));
    });
    machine.start();
    button.textContent = button.dataset.stopWord;
    ticking = setInterval(() => (note.textContent = worded(note, { seconds: ++seconds })), 1000);
    onWipe(() => machine.state === "recording" && machine.stop());
  }
}
