// The colours of the tokens as values that a canvas understands, in the theme that is shown.

const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

/** Return the token as "rgb(…)"; name without the dashes. */
export function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** Return several tokens as an object keyed by name. */
export function colours(...names) {
  return Object.fromEntries(names.map((name) => [name, colour(name)]));
}

export const kinds = () => Array.from({ length: 8 }, (_, i) => colour(`kind-${i + 1}`));
export const steps = () => Array.from({ length: 5 }, (_, i) => colour(`step-${i + 1}`));

/** Return the token colour with an opacity, 0–1. */
export function faded(name, opacity) {
  const parts = colour(name).match(/[\d.]+/g).slice(0, 3).map(Number);
  return `rgba(${parts.join(", ")}, ${opacity})`;
}

/** Return the first colour mixed into the second; share 0–1 of the first. For canvases without opacity. */
export function mixed(name, ground, share) {
  const [a, b] = [name, ground].map((token) => colour(token).match(/[\d.]+/g).slice(0, 3).map(Number));
  return `rgb(${a.map((value, i) => Math.round(value * share + b[i] * (1 - share))).join(", ")})`;
}
