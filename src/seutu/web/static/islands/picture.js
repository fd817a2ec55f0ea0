// What maps, networks and charts share: finding them, their data, scripts of others, and the fallback.

export const at = (path) => new URL(path, import.meta.url).href;
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const loading = new Map();

/** Load a classic script of the vendor folder once. */
export function load(path) {
  if (!loading.has(path)) {
    loading.set(
      path,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = at(path);
        script.onload = resolve;
        script.onerror = () => reject(new Error(`${path} did not load`));
        document.head.append(script);
      }),
    );
  }
  return loading.get(path);
}

/** Load a style sheet once and wait for it. */
export function style(path) {
  if (!loading.has(path)) {
    loading.set(
      path,
      new Promise((resolve) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = at(path);
        link.onload = link.onerror = resolve;
        document.head.append(link);
      }),
    );
  }
  return loading.get(path);
}

/** Tell whether the browser can draw with WebGL. */
export function canDraw() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
}

/** Say that the picture cannot be drawn, and open its table. */
export function fallBack(figure, frame) {
  const words = document.createElement("p");
  words.className = "picture__missing";
  words.textContent = frame.dataset.missing;
  frame.replaceWith(words);
  figure.querySelector("[data-said]")?.remove();
  figure.querySelector(".picture__tools")?.remove();
  const twin = figure.querySelector("[data-twin]");
  if (twin) twin.open = true;
}

/** Draw every picture of a kind, now and in what htmx brings. A failure leaves the table. */
export function drawAll(kind, draw) {
  const all = (root) => {
    for (const figure of root.querySelectorAll(`[data-picture="${kind}"]:not([data-drawn])`)) {
      figure.dataset.drawn = "yes";
      waiting.push(() => drawOne(figure, draw));
    }
    drawWaiting();
  };
  all(document);
  document.addEventListener("htmx:afterSettle", (event) => all(event.target));
}

/** htmx takes every script out of what it brings. The data blocks of pictures, which never run, are put back. */
let brought = null;
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  brought = new DOMParser().parseFromString(detail.serverResponse, "text/html");
});
document.addEventListener("htmx:afterSwap", ({ target }) => {
  for (const figure of target.querySelectorAll("[data-picture]")) {
    const block = brought?.getElementById(`${figure.id}-data`);
    if (block && !figure.contains(document.getElementById(block.id))) figure.append(document.importNode(block, true));
  }
});

const waiting = [];
let busy = false;

/** One picture after another: together they would only make each other, and the page, slow. */
async function drawWaiting() {
  if (busy) return;
  busy = true;
  while (waiting.length) await waiting.shift()();
  busy = false;
}

async function drawOne(figure, draw) {
  const frame = figure.querySelector("[data-frame]");
  const start = performance.now();
  try {
    await draw(figure, frame, JSON.parse(document.getElementById(`${figure.id}-data`).textContent));
    figure.dataset.ready = Math.round(performance.now() - start); // milliseconds, for tests and the curious
  } catch (error) {
    console.error(error);
    fallBack(figure, frame);
  }
}

/** Say under the picture what is chosen, and come back to the advice when nothing is. */
export function speaker(figure) {
  const said = figure.querySelector("[data-said]");
  const advice = said?.textContent ?? "";
  return (text) => {
    if (said) said.textContent = text || advice;
  };
}
