// Counts the words of a draft while somebody types, against the committee's limit; saving counts them anew.
const count = (text) => text.replace(/\[figure:[^\]]*\]/g, " 0 ").split(/[ \t\r\n]+/).filter(Boolean).length;

export function words(scope) {
  const meter = scope.querySelector("[data-words]");
  const area = scope.querySelector("textarea[name='text']");
  if (!meter || !area) return;
  const { before, limit } = meter.dataset;
  const held = count(area.value);
  const shown = meter.querySelector("[data-words-now]");
  const bar = meter.querySelector("meter");
  const over = meter.querySelector("[data-words-over]");
  const say = () => {
    const now = Number(before) - held + count(area.value);
    shown.textContent = String(now);
    if (bar) bar.value = now;
    if (over) {
      over.hidden = now <= Number(limit);
      over.querySelector("strong").textContent = String(Math.max(0, now - Number(limit)));
    }
    meter.classList.toggle("q-words--over", Boolean(limit) && now > Number(limit));
  };
  area.addEventListener("input", say);
  say();
}
