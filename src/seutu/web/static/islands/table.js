// Rows that take part in the shared selection, and scroll regions that ask for focus only when they scroll.
import { scopeOf, select } from "./select.js";

const INTERACTIVE = "a, button, input, select, textarea, summary, label";

document.addEventListener("click", (event) => {
  const row = event.target.closest?.("[data-select-id]");
  if (row && !event.target.closest(INTERACTIVE)) select(row, row.dataset.selectId, "list");
});

/** Up and down arrows go from row to row, Enter chooses; one row at a time takes part in the tab order. */
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("tr[data-select-id]");
  if (!row || event.target !== row) return;
  if (event.key === "Enter" || event.key === " ") select(row, row.dataset.selectId, "list");
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    if (!next) return;
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else return;
  event.preventDefault();
});

document.addEventListener("seutu:select", (event) => {
  const scope = scopeOf(event.target);
  for (const row of scope.querySelectorAll("[data-select-id]")) {
    const chosen = row.dataset.selectId === event.detail.id;
    row.classList.toggle("is-selected", chosen);
    if (chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
});

const measure = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth + 1;
    if (scrolls) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

function watch(root) {
  for (const body of root.querySelectorAll("tbody:has(> tr[data-select-id])")) {
    for (const row of body.rows) row.tabIndex = row === body.rows[0] ? 0 : -1;
  }
  for (const region of root.querySelectorAll("[data-table-region]")) measure.observe(region);
}

watch(document);
document.addEventListener("htmx:afterSettle", (event) => watch(event.target));
