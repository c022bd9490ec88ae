// The one kind of error of these modules: `detector` names which check refused, as in Python.
export class SealingRefusal extends Error {
  // details: what a page needs to say it in the reader's language (place, meant, name ...).
  constructor(detector, why, details = {}) {
    super(why);
    this.name = "SealingRefusal";
    this.detector = detector;
    this.details = details;
  }
}

export function refuse(detector, why, details) {
  throw new SealingRefusal(detector, why, details);
}
