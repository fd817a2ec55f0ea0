// Vega-Lite charts as SVG, with the theme that the printed ones have, evaluated without eval (strict policy).
import { expressionInterpreter } from "../vendor/vega-interpreter@2.3.2/vega-interpreter.js";
import { at, drawAll, load } from "./picture.js";
import { shownTheme } from "./theme.js";

const LIBRARIES = ["../vendor/vega@6.2.0/vega.min.js", "../vendor/vega-lite@6.4.1/vega-lite.min.js"];
let theme;

async function prepare() {
  for (const path of LIBRARIES) await load(path);
  theme ??= await (await fetch(at("../vega-theme.json"))).json();
  const language = document.documentElement.lang.slice(0, 2);
  window.vega.formatLocale(theme.locale[language] || theme.locale.fi);
  await Promise.all(["400", "600", "700"].map((weight) => document.fonts.load(`${weight} 12px 'Source Sans 3'`)));
}

async function draw(figure, frame, { spec }) {
  await prepare();
  const sheet = frame.appendChild(document.createElement("div")); // Vega renames the role of what it draws into
  let view;
  const paint = async () => {
    view?.finalize();
    const fitted = spec.width === "container" ? { autosize: { type: "fit-x", contains: "padding" }, ...spec } : spec;
    const logger = window.vega.logger(window.vega.Error);
    const compiled = window.vegaLite.compile(fitted, { logger, config: { padding: 2, ...theme[shownTheme()] } });
    const runtime = window.vega.parse(apart(compiled.spec), null, { ast: true });
    view = new window.vega.View(runtime, { expr: expressionInterpreter, renderer: "svg", container: sheet, hover: false });
    view.tooltip(() => {});
    await view.runAsync();
    describe(frame);
    focusWhereItScrolls(frame);
  };
  await paint();
  document.addEventListener("seutu:theme", paint);
  // What is drawn in a fold that is closed has its width when it is opened.
  figure.closest("details:not([open])")?.addEventListener("toggle", () => dispatchEvent(new Event("resize")));
  addEventListener("resize", soon(() => view.resize().runAsync().then(() => focusWhereItScrolls(frame))));
}

/** Names of dots are set beside them so that none covers another or a dot; one that has no room is left out. */
function apart(spec) {
  const names = (spec.marks || []).find((mark) => mark.name === "names_marks");
  if (!names) return spec;
  for (const own of ["dx", "dy", "align", "baseline"]) delete names.encode.update[own];
  const dots = spec.marks.filter((mark) => mark.name?.startsWith("dots")).map((mark) => mark.name);
  const near = ["top-right", "bottom-right", "top-left", "bottom-left", "right", "left", "top", "bottom"];
  const anchor = [...near, ...near];
  const offset = anchor.map((side, place) => (place < near.length ? 5 : 14));
  names.transform = [{ type: "label", size: { signal: "[width, height]" }, anchor, offset, avoidMarks: dots }];
  return spec;
}

/** The frame is the image with its words; the parts of the drawing would only repeat them. */
function describe(frame) {
  for (const part of frame.querySelectorAll("*")) {
    for (const name of ["role", "aria-roledescription", "aria-label", "tabindex"]) part.removeAttribute(name);
  }
  frame.querySelector("svg")?.setAttribute("aria-hidden", "true");
}

/** A chart wider than the screen scrolls in its frame, also with the keyboard. */
function focusWhereItScrolls(frame) {
  if (frame.scrollWidth > frame.clientWidth + 1) frame.tabIndex = 0;
  else frame.removeAttribute("tabindex");
}

function soon(act) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, 120);
  };
}

drawAll("chart", draw);
