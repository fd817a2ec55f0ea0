// Maps without tiles: a ground outline, areas coloured by class, points by size and kind, labels as HTML.
// Not for routes or addresses. Selection is shared with lists and networks (select.js).
import { colours, kinds, steps } from "./palette.js";
import { at, canDraw, drawAll, load, speaker, still, style } from "./picture.js";
import { printMap } from "./printed.js";
import { onSelect, select } from "./select.js";

const LIBRARY = "../vendor/maplibre-gl@5.24.0/";
const NONE = "\u0000";

async function draw(figure, frame, { data, areas, bounds }) {
  if (!canDraw()) throw new Error("no WebGL");
  await Promise.all([load(`${LIBRARY}maplibre-gl-csp.js`), style("../css/maplibre.css")]);
  const { maplibregl } = window;
  maplibregl.setWorkerUrl(at(`${LIBRARY}maplibre-gl-csp-worker.js`));
  const points = ordered(data.features);
  const map = new maplibregl.Map({
    container: frame,
    style: { version: 8, sources: {}, layers: [{ id: "water", type: "background" }] },
    bounds: bounds || extent(points),
    fitBoundsOptions: { padding: { top: 48, bottom: 48, left: 40, right: 88 }, maxZoom: 9 }, // names stand to the right
    minZoom: 3,
    maxZoom: 13,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    fadeDuration: still() ? 0 : 150,
    locale: {
      "Map.Title": frame.dataset.name,
      "CooperativeGesturesHandler.WindowsHelpText": frame.dataset.wheel,
      "CooperativeGesturesHandler.MacHelpText": frame.dataset.wheel.replace("Ctrl", "⌘"),
      "CooperativeGesturesHandler.MobileHelpText": frame.dataset.fingers,
      "NavigationControl.ZoomIn": frame.dataset.zoomIn,
      "NavigationControl.ZoomOut": frame.dataset.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  await map.once("load");
  addLayers(map, figure, data, areas);
  paint(map, areas);
  document.addEventListener("seutu:theme", () => paint(map, areas));
  const labels = addLabels(maplibregl, map, points);
  connect(map, figure, frame, points, areas, labels);
  const { ground, areas: areasAddress } = figure.dataset;
  await printMap(frame, { points, bounds: bounds || extent(points), ground, areas, areasAddress });
}

function addLayers(map, figure, data, areas) {
  map.addSource("ground", { type: "geojson", data: new URL(figure.dataset.ground, document.baseURI).href });
  map.addSource("points", { type: "geojson", data, promoteId: "id" });
  map.addLayer({ id: "land", type: "fill", source: "ground" });
  map.addLayer({ id: "coast", type: "line", source: "ground" });
  if (figure.dataset.areas) {
    map.addSource("areas", { type: "geojson", data: new URL(figure.dataset.areas, document.baseURI).href, promoteId: "id" });
    map.addLayer({ id: "areas", type: "fill", source: "areas" });
    map.addLayer({ id: "borders", type: "line", source: "areas" });
    map.addLayer({ id: "area-selected", type: "line", source: "areas", filter: ["==", ["get", "id"], NONE] });
  }
  const size = ["coalesce", ["get", "size"], 0.15];
  const radius = ["+", 4, ["*", 14, ["sqrt", size]]];
  const layout = { "circle-sort-key": ["-", ["case", ["==", ["get", "ours"], true], 1, 0], size] };
  map.addLayer({ id: "points", type: "circle", source: "points", layout, paint: { "circle-radius": radius } });
  const ring = { "circle-radius": ["+", 4, radius], "circle-color": "rgba(0, 0, 0, 0)" };
  map.addLayer({ id: "selected", type: "circle", source: "points", paint: ring, filter: ["==", ["get", "id"], NONE] });
}

function paint(map, areas) {
  const c = colours("water", "land", "land-other", "coast", "line", "lake", "birch-4", "paper", "cloudberry", "surface");
  const [kind, step] = [kinds(), steps()];
  const put = (layer, values) => {
    if (map.getLayer(layer)) for (const [name, value] of Object.entries(values)) map.setPaintProperty(layer, name, value);
  };
  put("water", { "background-color": c.water });
  put("land", { "fill-color": ["match", ["get", "id"], "FI", c.land, c["land-other"]], "fill-antialias": true });
  put("coast", { "line-color": c.coast, "line-width": 0.8 });
  const classes = Object.entries(areas || {}).flatMap(([id, area]) => (area.step ? [id, step[area.step - 1]] : []));
  put("areas", { "fill-color": classes.length ? ["match", ["get", "id"], ...classes, c.land] : c.land });
  put("borders", { "line-color": c.coast, "line-width": 0.6 });
  put("area-selected", { "line-color": c.cloudberry, "line-width": 3 });
  const byNumber = (name, list) => ["match", ["get", name], ...list.flatMap((value, i) => [i + 1, value]), c["birch-4"]];
  const others = ["case", ["has", "kind"], byNumber("kind", kind), ["has", "step"], byNumber("step", step), c["birch-4"]];
  put("points", {
    "circle-color": ["case", ["==", ["get", "ours"], true], c.lake, others],
    "circle-opacity": 0.9,
    "circle-stroke-color": c.paper,
    "circle-stroke-width": 1.25,
  });
  put("selected", { "circle-stroke-color": c.cloudberry, "circle-stroke-width": 3 });
}

function addLabels(maplibregl, map, points) {
  const labels = points
    .filter(({ properties }) => properties.labelled || properties.ours)
    .sort((a, b) => importance(b) - importance(a))
    .map(({ properties, geometry }) => {
      const element = document.createElement("span");
      element.className = properties.ours ? "map__label map__label--ours" : "map__label";
      element.textContent = properties.label;
      element.setAttribute("aria-hidden", "true");
      const offset = [8 + 14 * Math.sqrt(properties.size ?? 0.15), 0];
      const [longitude, latitude] = geometry.coordinates;
      const place = properties.top ? { anchor: "bottom", offset: [0, -8] } : { anchor: "left", offset };
      new maplibregl.Marker({ element, ...place }).setLngLat([longitude, properties.top ?? latitude]).addTo(map);
      for (const name of ["role", "aria-label", "tabindex"]) element.removeAttribute(name);
      return { id: properties.id, element };
    });
  map.on("moveend", () => thin(labels));
  map.on("idle", () => thin(labels));
  thin(labels);
  return labels;
}

/** Hide the labels that would lie on a more important one. */
function thin(labels) {
  const taken = [];
  for (const { element } of labels) {
    const box = element.getBoundingClientRect();
    const crowded = taken.some((b) => box.left < b.right + 2 && b.left < box.right + 2 && box.top < b.bottom && b.top < box.bottom);
    element.classList.toggle("map__label--crowded", crowded);
    if (!crowded) taken.push(box);
  }
}

function connect(map, figure, frame, points, areas, labels) {
  const say = speaker(figure);
  const byId = new Map(points.map((point) => [point.properties.id, point]));
  let chosen = -1;
  const choose = (id) => select(figure, id, "map");
  const layers = ["points", "areas"].filter((layer) => map.getLayer(layer));
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(around(event.point), { layers });
    if (hit) choose(hit.properties.id);
  });
  map.on("mousemove", (event) => {
    map.getCanvas().style.cursor = map.queryRenderedFeatures(event.point, { layers }).length ? "pointer" : "";
  });
  frame.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (!step || event.ctrlKey || event.metaKey || !points.length) return;
    chosen = (chosen + step + points.length) % points.length;
    choose(points[chosen].properties.id);
    event.preventDefault();
  });
  onSelect(figure, (id) => {
    const point = byId.get(id);
    map.setFilter("selected", ["==", ["get", "id"], id]);
    if (map.getLayer("area-selected")) map.setFilter("area-selected", ["==", ["get", "id"], id]);
    for (const label of labels) label.element.classList.toggle("map__label--selected", label.id === id);
    if (point) {
      chosen = points.indexOf(point);
      if (!map.getBounds().contains(point.geometry.coordinates)) map.easeTo({ center: point.geometry.coordinates });
    }
    const known = point?.properties || areas?.[id];
    say(known ? known.said || known.label : "");
  });
}

const importance = ({ properties }) => (properties.ours ? 2 : 0) + (properties.size ?? 0);
const around = ({ x, y }) => [[x - 5, y - 5], [x + 5, y + 5]];

/** From north to south, then from west to east: the order of the keys N and P. */
function ordered(features) {
  return [...features].sort((a, b) => b.geometry.coordinates[1] - a.geometry.coordinates[1] || a.geometry.coordinates[0] - b.geometry.coordinates[0]);
}

/** The box of the points; all of Finland when there are none. */
function extent(points) {
  if (!points.length) return [19.1, 59.6, 31.7, 70.1];
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point.geometry.coordinates[axis]));
  const room = 0.15;
  return [Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room];
}

drawAll("map", draw);
