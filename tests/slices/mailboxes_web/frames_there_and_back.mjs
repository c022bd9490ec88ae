// Shows an envelope as pictures, reads the pictures as a camera would, in another order and some twice.
import decodeQR from "qr/decode.js";
import { Collector, base45, framesOf, pictureOf, pixelsOf, unbase45 } from "../../../frontend/complain/frames.js";

const PIXELS = 4;
const bytes = new Uint8Array(65_536);
crypto.getRandomValues(bytes);
const envelope = JSON.stringify({ narrative: Buffer.from(bytes.slice(0, 4600)).toString("base64"), to: "npm" });
const frames = await framesOf(envelope);
const read = frames.map((frame) => decodeQR(pixelsOf(pictureOf(frame), PIXELS), { cropToSquare: false }));
const collector = new Collector();
const answers = [];
for (const text of [...read.slice(1), read[1], "https://elsewhere.example/", read[0]]) answers.push(await collector.take(text));

const changed = new Collector();
const forged = [];
for (const text of [read[0].slice(0, -3) + "000", ...read.slice(1)]) forged.push(await changed.take(text).catch(() => "refused"));

console.log(
  JSON.stringify({
    count: frames.length,
    modules: pictureOf(frames[0]).length,
    intact: read.every((text, at) => text === frames[at]),
    envelope: answers.at(-1)?.envelope === envelope,
    stranger: answers.at(-2) ?? null,
    counted: answers.slice(0, 2).map((each) => each.at),
    forged: forged.at(-1)?.envelope ?? null,
    base45: [base45(Buffer.from("ietf!")), Buffer.from(unbase45("QED8WEX0")).toString()],
  }),
);
