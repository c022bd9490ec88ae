// Sends a file with how much of it has gone, then says that it is being read; without this the browser sends it itself.
const SECOND = 1000;
const MEBIBYTE = 2 ** 20;

function show(box, words, value) {
  const [bar, said] = [box.querySelector("progress"), box.querySelector("[data-upload-said]")];
  box.hidden = false;
  if (value === undefined) bar.removeAttribute("value");
  else bar.value = value;
  if (said.textContent !== words) said.textContent = words;
}

// What stays the same for long is said to listeners once; the numbers that run are for the eyes.
function counting(box, words) {
  const began = Date.now();
  const seconds = box.querySelector("[data-upload-number]");
  show(box, words);
  return setInterval(() => (seconds.textContent = `${Math.round((Date.now() - began) / SECOND)} ${box.dataset.uploadSeconds}`), SECOND);
}

function refused(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main");
  if (!main) return false;
  document.title = page.title;
  document.querySelector("main").replaceWith(document.importNode(main, true));
  const summary = document.querySelector(".govuk-error-summary");
  summary?.setAttribute("tabindex", "-1");
  summary?.focus();
  upload(document);
  return true;
}

function send(form, box) {
  const { dataset } = box;
  const request = new XMLHttpRequest();
  const number = box.querySelector("[data-upload-number]");
  const button = form.querySelector("button[type=submit]");
  let clock;
  const stop = (words) => {
    clearInterval(clock);
    form.removeAttribute("aria-busy");
    button.disabled = false;
    number.textContent = "";
    show(box, words, 0);
  };
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable || clock) return;
    const percent = Math.floor((100 * event.loaded) / event.total);
    number.textContent = `${percent} %`;
    show(box, dataset.uploadSending, percent);
  });
  request.upload.addEventListener("load", () => {
    number.textContent = "";
    clock = counting(box, dataset.uploadReading);
  });
  request.addEventListener("load", () => {
    clearInterval(clock);
    const told = (request.getResponseHeader("Content-Type") ?? "").startsWith("application/json");
    // Another page than asked for, such as the one for signing in, is shown as it would be without a script.
    if (request.status === 200) location.assign(told ? JSON.parse(request.responseText).to : request.responseURL);
    else if (request.status !== 422 || !refused(request.responseText)) stop(dataset.uploadFailed);
  });
  request.addEventListener("error", () => stop(dataset.uploadFailed));
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.send(new FormData(form));
  form.setAttribute("aria-busy", "true");
  button.disabled = true;
  show(box, dataset.uploadSending, 0);
}

export function upload(scope) {
  const form = scope.querySelector("form[data-upload]");
  if (!form) return;
  const box = form.querySelector("[data-upload-status]");
  form.addEventListener("submit", (event) => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    // A file that is too large is refused before it travels.
    if (file.size > Number(box.dataset.uploadMost) * MEBIBYTE) show(box, box.dataset.uploadTooLarge, 0);
    else send(form, box);
  });
}
