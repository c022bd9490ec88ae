// An older address of a paragraph names no part of its document: the page with that paragraph is asked for.
export function anchors(document) {
  const reader = document.querySelector("[data-parted]");
  const name = decodeURIComponent(location.hash.slice(1));
  const asked = new URLSearchParams(location.search);
  if (!reader || !/^[lp]-/.test(name) || asked.has("at") || document.getElementById(name)) return;
  asked.delete("part");
  asked.set("at", name);
  location.replace(`?${asked}#${encodeURIComponent(name)}`);
}
