// One selection across map, network and list: the event and the marking of list rows.
// A selection lives inside the nearest [data-selection] element, or the whole page.

export const scopeOf = (element) => element.closest("[data-selection]") || document;

export function select(element, id, origin) {
  element.dispatchEvent(new CustomEvent("seutu:select", { bubbles: true, detail: { id, origin } }));
}

export function onSelect(element, listener) {
  const scope = scopeOf(element);
  scope.addEventListener("seutu:select", (event) => listener(event.detail.id, event.detail.origin));
}
