// Compares this computer's clock with the server's, which stands in the page. Nothing is sent anywhere.
const TOLERANCE = 120;

export function clockCheck(scope) {
  const written = scope.querySelector('meta[name="server-time"]');
  const warning = scope.querySelector("[data-clock-off]");
  const shown = performance.getEntriesByType("navigation")[0];
  // A page taken from memory bears an old time and says nothing about the clock.
  if (!written || !warning || shown?.type === "back_forward") return;
  // When the answer began to arrive: a slow line or a slow computer is no wrong clock.
  const arrived = (performance.timeOrigin + (shown?.responseStart ?? performance.now())) / 1000;
  const off = arrived - Number(written.content);
  if (!Number.isFinite(off) || Math.abs(off) <= TOLERANCE) return;
  const words = off < 0 ? warning.dataset.behind : warning.dataset.ahead;
  warning.querySelector("p").textContent = words.replace("{span}", spoken(Math.abs(off), warning.dataset.units));
  warning.hidden = false;
}

// At most two units, as everywhere on the site.
function spoken(seconds, units) {
  const minutes = Math.round(seconds / 60);
  const counts = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const names = units.split(" ");
  const parts = counts.map((count, place) => [count, names[place]]).filter(([count]) => count > 0);
  return parts.slice(0, 2).map((part) => part.join(" ")).join(" ");
}
