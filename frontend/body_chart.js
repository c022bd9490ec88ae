// The figure beside the list of body parts: what is chosen in one shows in the other. The list alone is enough.
export function bodyChart(scope) {
  for (const chart of scope.querySelectorAll("form [data-chart]")) {
    const form = chart.closest("form");
    const radios = [...form.querySelectorAll('input[type="radio"][name$="fact_body_part"]')];
    const show = () => {
      const chosen = radios.find((radio) => radio.checked)?.value;
      for (const part of chart.querySelectorAll("[data-part]"))
        part.classList.toggle("q-chart__part--chosen", part.dataset.part === chosen);
    };
    chart.addEventListener("click", (event) => {
      const part = event.target.closest("[data-part]");
      const radio = part && radios.find((each) => each.value === part.dataset.part);
      if (radio) radio.checked = true;
      show();
    });
    form.addEventListener("change", show);
    show();
  }
}
