// Sliders beside the weights of an index: a slider writes its number, a number moves its slider. The form does the rest.
const form = document.querySelector("[data-weights]");
const comma = document.documentElement.lang !== "en";

const read = (text) => Number(text.trim().replace(",", ".").replace("\u2212", "-"));
const write = (value) => (comma ? String(value).replace(".", ",") : String(value));

for (const slider of form?.querySelectorAll("[data-slides]") ?? []) {
  const field = document.getElementById(slider.dataset.slides);
  slider.hidden = false;
  const follow = () => {
    const value = read(field.value);
    if (Number.isFinite(value)) slider.value = value;
  };
  follow();
  slider.addEventListener("input", () => {
    field.value = write(slider.value);
  });
  field.addEventListener("input", follow);
}
