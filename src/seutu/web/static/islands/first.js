// Runs before the first paint: the reader's theme, and a mark that scripts run. Nothing else.
(() => {
  const root = document.documentElement;
  root.setAttribute("data-scripted", "");
  let stored = null;
  try {
    stored = localStorage.getItem("seutu-theme");
  } catch {
    stored = null;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;
  const show = () => {
    root.dataset.shown = root.dataset.theme || (dark.matches ? "dark" : "light");
  };
  show();
  dark.addEventListener("change", show);
})();
