// Says how much of a file has been sent, and that it is being read; without this the browser's own bar says so.
export function upload(scope) {
  const form = scope.querySelector("form[data-upload]");
  if (!form) return;
  const status = form.querySelector("[data-upload-status]");
  form.addEventListener("submit", () => {
    const file = form.querySelector("input[type=file]").files[0];
    if (!file) return;
    status.hidden = false;
    status.textContent = form.dataset.uploadSaid;
    form.setAttribute("aria-busy", "true");
  });
}
