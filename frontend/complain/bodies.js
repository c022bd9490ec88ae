// The receiving bodies by the place that was chosen: those that do not answer to the same institution come first.

export function orderBodies(form) {
  const keeper = keeperOf(form);
  const list = form.querySelector("[data-bodies]");
  if (!list) return;
  const choices = [...list.querySelectorAll("[data-body-choice]")];
  const isTied = (choice) => keeper !== "" && choice.dataset.tied.split(" ").includes(keeper);
  for (const choice of choices) {
    const tied = isTied(choice);
    choice.querySelector("[data-free]").hidden = tied || keeper === "";
    for (const tie of choice.querySelectorAll("[data-tie]")) tie.hidden = tie.dataset.tie !== keeper;
  }
  // The order within each half is the server's: by what the law lets each of them do.
  const order = [...choices.keys()].sort((one, other) => isTied(choices[one]) - isTied(choices[other]) || one - other);
  list.replaceChildren(...order.map((at) => choices[at]));
}

/** The institution that runs the place; empty where no place of the list was chosen. */
function keeperOf(form) {
  const here = form.elements.here;
  if (here) return new FormData(form).get("place") === "here" ? here.dataset.body : "";
  return form.elements.place?.selectedOptions?.[0]?.dataset.body ?? "";
}
