// What is sealed: the narrative (N) and, apart from it, who wrote it.
import { canonicalJson, isGroup, readCanonical, typedText } from "./canonical.js";
import { refuse } from "./refusal.js";

const VERSION = 1;
const FILE_NAMES = ["bytes", "chunks", "key", "media", "name", "sha256"];
const texts = (list) => Array.from(list ?? [], typedText);
const answers = (group) => Object.fromEntries(Object.entries(group ?? {}).map(([name, value]) => [name, typedText(value)]));

// N: the canonical JSON that is sealed and to which P commits the sender.
export function narrativeBytes(narrative, mailbox) {
  return canonicalJson({
    v: VERSION,
    text: typedText(narrative.text),
    place: typedText(narrative.place ?? ""),
    accused: texts(narrative.accused),
    dates: texts(narrative.dates),
    particulars: answers(narrative.particulars),
    files: (narrative.files ?? []).map(fileGroup),
    box_ed: mailbox.boxEd,
    box_x: mailbox.boxX,
  });
}

export function readNarrative(plain) {
  const group = versioned(plain, "The narrative");
  const named = ["accused", "box_ed", "box_x", "dates", "files", "particulars", "place", "text", "v"];
  if (Object.keys(group).sort().join() !== named.join() || !isGroup(group.particulars)) {
    refuse("NotReadable", "The narrative has another form than this software knows.");
  }
  return { ...group, boxEd: group.box_ed, boxX: group.box_x, files: group.files.map(checkedFile) };
}

// The canonical JSON of who wrote; the mailbox in it ties it to its narrative.
export function identityBytes(identity, boxEd) {
  return canonicalJson({
    v: VERSION,
    name: typedText(identity.name ?? ""),
    contact: typedText(identity.contact ?? ""),
    safe: typedText(identity.safe ?? ""),
    particulars: answers(identity.particulars),
    box_ed: boxEd,
  });
}

export function readIdentity(plain, boxEd) {
  const group = versioned(plain, "The identity");
  if (group.box_ed !== boxEd) refuse("NotReadable", "This identity belongs to another mailbox than the narrative.");
  return { name: group.name, contact: group.contact, safe: group.safe, particulars: group.particulars };
}

// How an attachment stands in N and in messages.
export function fileGroup(inside) {
  return { ...inside, name: typedText(inside.name), media: typedText(inside.media) };
}

export function checkedFile(group) {
  if (!isGroup(group) || Object.keys(group).sort().join() !== FILE_NAMES.join() || !Number.isSafeInteger(group.bytes)) {
    refuse("NotReadable", "An attachment is described in another form than this software knows.");
  }
  return group;
}

function versioned(plain, what) {
  const group = readCanonical(plain, what);
  if (group.v !== VERSION) refuse("NotReadable", `${what} is of version ${group.v}; this page knows ${VERSION}.`);
  return group;
}
