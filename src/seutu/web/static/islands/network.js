// Networks: places come from the server, communities have the eight colours, a choice shows its neighbours.
// Not for layout and not for measures; those are computed in Python. Selection is shared (select.js).
import { colour, kinds, mixed } from "./palette.js";
import { canDraw, drawAll, load, speaker, still } from "./picture.js";
import { printNetwork } from "./printed.js";
import { onSelect, select } from "./select.js";

const LIBRARIES = ["../vendor/graphology@0.26.0/graphology.umd.min.js", "../vendor/sigma@3.0.3/sigma.min.js"];

const ROOM_FOR_NAMES = 600;

async function draw(figure, frame, { data }) {
  if (!canDraw()) throw new Error("no WebGL");
  for (const path of LIBRARIES) await load(path);
  await document.fonts.load("13px 'Source Sans 3'");
  const graph = build(data);
  const named = new Set(data.nodes.filter((node) => node.named).map(({ id }) => id));
  const wide = () => frame.clientWidth >= ROOM_FOR_NAMES;
  const state = { named, wide, chosen: null, hovered: null, community: null, near: new Set(), paint: colourScheme() };
  const renderer = new window.Sigma(graph, frame, settings(graph, state));
  renderer.getCamera().setState({ ratio: 1.05 });
  document.addEventListener("seutu:theme", () => {
    state.paint = colourScheme();
    renderer.setSetting("labelColor", { color: state.paint.ink });
    renderer.refresh();
  });
  connect(figure, frame, graph, renderer, state);
  printNetwork(frame, data, named);
}

function build({ nodes, links }) {
  const graph = new window.graphology.Graph({ type: "undirected", multi: true, allowSelfLoops: false });
  for (const node of nodes) {
    const { id, label, x, y, size = 0.1, community = 0, said, ours = false } = node;
    graph.addNode(id, { label, x, y, size: 3 + 11 * Math.sqrt(size), community, said, ours });
  }
  for (const { source, target, weight = 0.2 } of links) {
    if (source !== target) graph.addEdge(source, target, { size: 0.5 + 1.75 * weight });
  }
  return graph;
}

function colourScheme() {
  return {
    kinds: kinds(),
    ink: colour("ink"),
    paper: colour("paper"),
    surface: colour("surface"),
    other: colour("birch-4"),
    ours: colour("lake"),
    mark: colour("cloudberry"),
    faint: mixed("birch-3", "paper", 0.45),
    link: mixed("birch-3", "paper", 0.75),
    near: mixed("ink", "paper", 0.65),
  };
}

function settings(graph, state) {
  const central = () => state.chosen ?? state.hovered;
  return {
    allowInvalidContainer: true,
    labelFont: "'Source Sans 3', sans-serif",
    labelSize: 13,
    labelWeight: "500",
    labelColor: { color: state.paint.ink },
    labelDensity: 0.6,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 7,
    zIndex: true,
    minCameraRatio: 0.05,
    maxCameraRatio: 2,
    stagePadding: 24,
    enableCameraRotation: false,
    nodeReducer: (id, node) => {
      const { paint } = state;
      const base = node.community ? paint.kinds[node.community - 1] : node.ours ? paint.ours : paint.other;
      const centre = central();
      const lit = centre === null ? state.community === null || node.community === state.community : id === centre || state.near.has(id);
      return {
        ...node,
        color: lit ? base : paint.faint,
        label: lit ? node.label : "",
        zIndex: id === centre ? 2 : lit ? 1 : 0,
        highlighted: id === centre,
        forceLabel: centre === null ? lit && state.wide() && state.named.has(id) : lit && (id === centre || state.near.size <= 6),
      };
    },
    edgeReducer: (edge, link) => {
      const { paint } = state;
      const centre = central();
      if (centre === null) {
        if (state.community === null) return { ...link, color: paint.link };
        const inside = graph.extremities(edge).every((id) => graph.getNodeAttribute(id, "community") === state.community);
        return { ...link, color: inside ? paint.near : paint.faint, hidden: !inside };
      }
      const own = graph.hasExtremity(edge, centre);
      return { ...link, size: own ? link.size + 0.75 : link.size, color: own ? paint.near : paint.faint, zIndex: own ? 1 : 0, hidden: !own && state.chosen !== null };
    },
    defaultDrawNodeLabel: (context, node, options) => node.label && write(context, node, options, state.paint),
    defaultDrawNodeHover: (context, node, options) => drawChosen(context, node, options, state.paint),
  };
}

/** A name with a halo in the paper colour, so that it reads over links and nodes. */
function write(context, node, { labelFont, labelSize }, paint, weight = 500) {
  context.font = `${weight} ${labelSize}px ${labelFont}`;
  const after = node.x + node.size + 5;
  const wide = context.measureText(node.label).width;
  const before = Math.max(4, node.x - node.size - 5 - wide);
  const [left, line] = [after + wide > context.canvas.clientWidth ? before : after, node.y + labelSize / 3];
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = paint.paper;
  context.strokeText(node.label, left, line);
  context.fillStyle = paint.ink;
  context.fillText(node.label, left, line);
}

/** A ring round the node and its name, in both themes. */
function drawChosen(context, node, options, paint) {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 3, 0, Math.PI * 2);
  context.lineWidth = 3;
  context.strokeStyle = paint.mark;
  context.stroke();
  if (node.label) write(context, { ...node, size: node.size + 4 }, { ...options, labelSize: options.labelSize + 2 }, paint, 700);
}

function connect(figure, frame, graph, renderer, state) {
  const say = speaker(figure);
  const choose = (id) => select(figure, id ?? "", "network");
  const show = () => {
    const centre = state.chosen ?? state.hovered;
    state.near = centre === null ? new Set() : new Set(graph.neighbors(centre));
    renderer.refresh({ skipIndexation: true });
  };
  const hover = (id) => {
    if (state.chosen !== null) return;
    state.hovered = id;
    show();
    say(id === null ? "" : describe(graph, id));
  };
  renderer.on("enterNode", ({ node }) => hover(node));
  renderer.on("leaveNode", () => hover(null));
  renderer.on("clickNode", ({ node }) => choose(node));
  renderer.on("clickStage", () => state.chosen !== null && choose(null));
  onSelect(figure, (id) => {
    state.chosen = graph.hasNode(id) ? id : null;
    state.hovered = null;
    show();
    say(state.chosen === null ? "" : describe(graph, id));
    if (state.chosen !== null) bring(renderer, id);
  });
  connectKeys(frame, graph, renderer, state, choose);
  connectSearch(figure, graph, choose);
  connectCommunities(figure, state, show);
}

const describe = (graph, id) => graph.getNodeAttribute(id, "said") || graph.getNodeAttribute(id, "label");

/** Move the camera only when the node is outside the picture. */
function bring(renderer, id) {
  const { x, y } = renderer.getNodeDisplayData(id);
  const { width, height } = renderer.getDimensions();
  const spot = renderer.framedGraphToViewport({ x, y });
  if (spot.x > 20 && spot.y > 20 && spot.x < width - 20 && spot.y < height - 20) return;
  const camera = renderer.getCamera();
  if (still()) camera.setState({ x, y });
  else camera.animate({ x, y }, { duration: 200 });
}

function connectKeys(frame, graph, renderer, state, choose) {
  const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  frame.addEventListener("keydown", (event) => {
    const camera = renderer.getCamera();
    const move = { duration: still() ? 0 : 150 };
    if (ways[event.key]) choose(next(graph, renderer, state.chosen, ways[event.key]));
    else if (event.key === "+") camera.animatedZoom(move);
    else if (event.key === "-") camera.animatedUnzoom(move);
    else if (event.key === "0") camera.animatedReset(move);
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
  });
}

/** The nearest neighbour in a direction; any nearest node when no neighbour lies there; the largest to begin with. */
function next(graph, renderer, from, [dx, dy]) {
  if (from === null) return graph.nodes().reduce((a, b) => (graph.getNodeAttribute(b, "size") > graph.getNodeAttribute(a, "size") ? b : a));
  const spot = (id) => renderer.framedGraphToViewport(renderer.getNodeDisplayData(id));
  const start = spot(from);
  const nearest = (ids) => {
    let [best, distance] = [null, Infinity];
    for (const id of ids) {
      const { x, y } = spot(id);
      const [along, away] = [(x - start.x) * dx + (y - start.y) * dy, Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx)];
      if (id !== from && along > 0 && away <= along * 1.2 && along + away < distance) [best, distance] = [id, along + away];
    }
    return best;
  };
  return nearest(graph.neighbors(from)) ?? nearest(graph.nodes()) ?? from;
}

function connectSearch(figure, graph, choose) {
  const field = figure.querySelector("[data-find]");
  if (!field) return;
  const byName = new Map(graph.mapNodes((id, { label }) => [label.toLowerCase(), id]));
  const list = figure.querySelector("[data-names]");
  list.append(
    ...graph.mapNodes((_, { label }) => label).sort((a, b) => a.localeCompare(b)).map((label) => {
      const option = document.createElement("option");
      option.value = label;
      return option;
    }),
  );
  const find = () => {
    const id = byName.get(field.value.trim().toLowerCase());
    if (id !== undefined) choose(id);
    else if (!field.value) choose(null);
  };
  field.addEventListener("change", find);
  field.addEventListener("input", () => byName.has(field.value.trim().toLowerCase()) && find());
}

function connectCommunities(figure, state, show) {
  const buttons = [...figure.querySelectorAll("[data-community]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const kind = Number(button.dataset.community);
      state.community = state.community === kind ? null : kind;
      for (const other of buttons) other.setAttribute("aria-pressed", String(Number(other.dataset.community) === state.community));
      show();
    });
  }
}

drawAll("network", draw);
