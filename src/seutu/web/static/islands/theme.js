// The light and dark switch. Tells the pictures with a seutu:theme event, since they draw their own colours.
const root = document.documentElement;

export const shownTheme = () => root.dataset.shown || "light";

function show(button) {
  button.setAttribute("aria-pressed", String(shownTheme() === "dark"));
}

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  show(button);
  button.addEventListener("click", () => {
    root.dataset.theme = shownTheme() === "dark" ? "light" : "dark";
    root.dataset.shown = root.dataset.theme;
    try {
      localStorage.setItem("seutu-theme", root.dataset.theme);
    } catch {
      // Storage may be off; the switch then lasts for this page.
    }
    show(button);
  });
}

new MutationObserver(() => {
  for (const button of document.querySelectorAll("[data-theme-switch]")) show(button);
  document.dispatchEvent(new CustomEvent("seutu:theme", { detail: { theme: shownTheme() } }));
}).observe(root, { attributes: true, attributeFilter: ["data-shown"] });
