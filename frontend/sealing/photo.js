// Photos leave the device as drawn anew: what the camera wrote beside the picture (place, time, owner) is gone.
import { refuse } from "./refusal.js";

const LONGEST_SIDE = 2560;

export const isPhoto = (file) => file.type.startsWith("image/");

// A JPEG of what the picture shows, at most 2,560 pixels long, with no metadata of any kind.
export async function withoutMetadata(file, { longest = LONGEST_SIDE, quality = 0.9 } = {}) {
  const picture = await decoded(file);
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  // JPEG knows no transparency: what was transparent becomes paper, not black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  return blob ?? refuse("PhotoNotReadable", "The picture could not be drawn anew.", { name: file.name });
}

async function decoded(file) {
  try {
    // Only pixels are taken: an SVG would be text that a viewer could run, so it is never drawn here.
    if (file.type === "image/svg+xml") throw new TypeError("a drawing, not a photo");
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return refuse("PhotoNotReadable", "This picture cannot be opened here. Save it as JPEG or PNG.", { name: file.name });
  }
}
