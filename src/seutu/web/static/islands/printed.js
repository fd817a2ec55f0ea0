// What a map and a network look like on paper: a drawing in SVG beside the canvas, shown only when printed.
// Not for the screen. Its colours are the tokens, through the classes of pictures.css.
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 760;
const LETTER = 6.4; // the mean width of a letter of 13 px

function shape(name, attributes, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** Put a sheet of a height after the frame and return it. */
function sheet(frame, height) {
  const holder = document.createElement("div");
  holder.className = "only-print paper-twin";
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" });
  holder.append(svg);
  frame.closest(".picture__frame").after(holder);
  return svg;
}

const short = (number) => Math.round(number * 10) / 10;
const radius = (size = 0.1) => short(3 + 9 * Math.sqrt(size));

/** Write the names that do not lie on a name before them; each is {x, y, label, size, ours}. */
function write(svg, names, height) {
  const taken = [];
  for (const { x, y, label, size, ours } of names) {
    const wide = label.length * LETTER;
    const after = x + radius(size) + 4;
    const left = after + wide > WIDTH ? x - radius(size) - 4 - wide : after;
    const box = { left, right: left + wide, top: y - 7, bottom: y + 7 };
    const free = taken.every((b) => box.left > b.right || b.left > box.right || box.top > b.bottom || b.top > box.bottom);
    if (!free || y < 8 || y > height - 8 || left < 0) continue;
    taken.push(box);
    svg.append(shape("text", { x: short(left), y: short(y + 4), class: ours ? "paper-name paper-name--ours" : "paper-name" }, label));
  }
}

/** Draw a network: links in one stroke, nodes in the colour of their group, the names of the largest. */
export function printNetwork(frame, { nodes, links }, named) {
  if (!nodes.length) return;
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.max(...ys)];
  const spread = Math.max(Math.max(...xs) - left, (top - Math.min(...ys)) * 1.25) || 1;
  const scale = (WIDTH - 140) / spread;
  const height = Math.ceil((top - Math.min(...ys)) * scale) + 40;
  const svg = sheet(frame, height);
  const room = (WIDTH - (Math.max(...xs) - left) * scale) / 2;
  const spots = new Map(nodes.map((node) => [node.id, { ...node, x: room + (node.x - left) * scale, y: 20 + (top - node.y) * scale }]));
  const strokes = links.map(({ source, target }) => [spots.get(source), spots.get(target)]);
  const lines = strokes.map(([a, b]) => `M${short(a.x)} ${short(a.y)}L${short(b.x)} ${short(b.y)}`).join("");
  svg.append(shape("path", { d: lines, class: "paper-link" }));
  const placed = [...spots.values()].sort((a, b) => b.size - a.size);
  for (const { x, y, size, community } of placed) {
    svg.append(shape("circle", { cx: short(x), cy: short(y), r: radius(size), class: "paper-point", "data-kind-colour": community || undefined }));
  }
  const plain = placed.map((node) => ({ ...node, ours: false }));
  write(svg, [...plain.filter(({ id }) => named.has(id)), ...plain.filter(({ id }) => !named.has(id)).slice(0, 10)], height);
}

/** Draw a map: the ground, the areas that reach into the view, points in their colours, the names of places. */
export async function printMap(frame, { points, bounds, ground, areas, areasAddress }) {
  const [west, south, east, north] = bounds;
  const high = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const scale = WIDTH / ((((east - west) * Math.PI) / 180) * 1.12);
  const [middle, centre] = [(west + east) / 2, (high(south) + high(north)) / 2];
  const height = Math.min(Math.ceil((high(north) - high(south)) * scale * 1.12), WIDTH);
  const spot = ([longitude, latitude]) => [WIDTH / 2 + ((longitude - middle) * Math.PI * scale) / 180, height / 2 - (high(latitude) - centre) * scale];
  const svg = sheet(frame, height);
  svg.append(shape("rect", { width: WIDTH, height, class: "paper-water" }));
  for (const [address, kind] of [[ground, "paper-land"], [areasAddress, "paper-area"]]) {
    if (!address) continue;
    const { features } = await (await fetch(new URL(address, document.baseURI))).json();
    for (const { geometry, properties, id } of features) {
      const d = outline(geometry, spot, height);
      const step = areas?.[properties?.id ?? id]?.step;
      if (d) svg.append(shape("path", { d, class: kind, "data-step-colour": kind === "paper-area" ? step : undefined }));
    }
  }
  const placed = points.map(({ geometry, properties }) => ({ ...properties, xy: spot(geometry.coordinates) }));
  for (const { xy, size, kind, ours } of placed) {
    const name = ours ? "paper-point paper-point--ours" : "paper-point";
    svg.append(shape("circle", { cx: short(xy[0]), cy: short(xy[1]), r: radius(size), class: name, "data-kind-colour": kind }));
  }
  const names = placed.filter(({ labelled, ours }) => labelled || ours).sort((a, b) => Boolean(b.ours) - Boolean(a.ours));
  write(svg, names.map((each) => ({ ...each, x: each.xy[0], y: each.top ? spot([0, each.top])[1] - 12 : each.xy[1] })), height);
}

/** The rings of a polygon that reach into the view, as one path. */
function outline({ type, coordinates }, spot, height) {
  const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : [];
  const parts = [];
  for (const ring of polygons.flat()) {
    const drawn = ring.map(spot);
    const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
    if (Math.max(...xs) < 0 || Math.min(...xs) > WIDTH || Math.max(...ys) < 0 || Math.min(...ys) > height) continue;
    parts.push(`M${drawn.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z`);
  }
  return parts.join("");
}
