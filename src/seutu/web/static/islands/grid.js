// A grid of figures edited like a spreadsheet: arrows move, typing edits, Enter saves, Escape cancels, blocks paste.
// Each save is answered with every text that may have changed. Nothing is computed here.

const root = document.querySelector("[data-grid]");
const words = JSON.parse(root.dataset.words);
const state = root.querySelector("[data-grid-state]");
const token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"];
const cells = new Map();
const sums = new Map();
for (const cell of root.querySelectorAll("[data-cell]")) cells.set(cell.dataset.cell, cell);
for (const cell of root.querySelectorAll("[data-sum]")) sums.set(cell.dataset.sum, cell);

/** Cells that say more than they keep: worked out, or proved wrong. */
const SPEAKING = ["derived", "info", "attention", "alarm"].map((each) => `[data-cell].is-${each}`).join();

let editing = null;
let queue = Promise.resolve();

for (const table of root.querySelectorAll("table.figure-grid")) {
  const first = table.querySelector("[data-cell]");
  if (first) first.tabIndex = 0;
}

/** Say something in the status line; an undo address, or what to try again, makes a button beside it. */
function say(text, { undo = "", wrong = false, again = null } = {}) {
  state.replaceChildren(document.createTextNode(text));
  state.classList.toggle("is-wrong", wrong);
  if (again) offer(words.again, () => save(again));
  if (!undo) return;
  offer(words.undo, async () => {
    await fetch(undo, { method: "POST", headers: { "X-CSRFToken": token } });
    location.reload();
  });
}

function offer(text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small";
  button.textContent = text;
  button.addEventListener("click", act);
  state.append(" ", button);
}

function heading(cell) {
  const row = cell.closest("tr").querySelector("th")?.textContent.trim() ?? "";
  const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex]?.textContent.trim() ?? "";
  return `${row}, ${column}`;
}

function focusOn(cell) {
  if (!cell) return;
  for (const other of cell.closest("table").querySelectorAll('[data-cell][tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

/** The cell beside another in its table, skipping what is no cell. */
function beside(cell, down, right) {
  const rows = [...cell.closest("table").rows].filter((row) => row.querySelector("[data-cell]"));
  if (down) {
    const at = rows.indexOf(cell.parentElement);
    for (let next = at + down; rows[next]; next += down) {
      const found = rows[next].cells[cell.cellIndex];
      if (found?.dataset.cell) return found;
    }
    return null;
  }
  let next = cell;
  do next = right > 0 ? next.nextElementSibling : next.previousElementSibling;
  while (next && !next.dataset.cell);
  return next;
}

function open(cell, text) {
  if (editing) close(true);
  const input = document.createElement("input");
  input.className = "input grid__input";
  input.inputMode = "decimal";
  input.autocomplete = "off";
  input.value = text ?? (cell.classList.contains("is-refused") ? cell.textContent : cell.dataset.kept);
  input.setAttribute("aria-label", heading(cell));
  editing = { cell, input, shown: [...cell.childNodes] };
  cell.replaceChildren(input);
  input.focus();
  if (text === undefined) input.select();
  input.addEventListener("blur", () => editing?.input === input && close(true));
}

/** End editing; with `keep` what was typed is saved if it differs. */
function close(keep) {
  const { cell, input, shown } = editing;
  const typed = input.value.trim();
  editing = null;
  cell.replaceChildren(...shown);
  if (!keep) return;
  if (typed !== cell.dataset.kept) save([{ cell, value: typed }]);
  else if (cell.classList.contains("is-refused")) {
    cell.textContent = typed;
    cell.classList.remove("is-refused");
  }
}

function save(changes) {
  for (const { cell, value } of changes) {
    cell.textContent = value;
    cell.classList.add("is-waiting");
  }
  queue = queue.then(() => send(changes));
}

async function send(changes) {
  const told = changes.map(({ cell, value }) => ({ cell: cell.dataset.cell, seen: cell.dataset.kept, value }));
  const body = new URLSearchParams({ changes: JSON.stringify(told), since: root.dataset.moment });
  say(words.saving);
  let sent = null;
  let answer = null;
  try {
    sent = await fetch(root.dataset.cellsUrl, { method: "POST", body, headers: { "X-CSRFToken": token } });
    answer = await sent.json();
  } catch {
    answer = null;
  }
  const failed = !answer || !(sent.ok || answer.problems);
  if (failed) answer = { problems: [{ cell: "", message: faultOf(sent) }] };
  for (const { cell } of changes) cell.classList.remove("is-waiting", "is-refused");
  if (answer.problems) refuse(changes, answer.problems, failed);
  else show(answer);
}

/** Why an answer is no answer: no connection, signed out or not allowed, too large, a fault of the service. */
function faultOf(sent) {
  if (!sent) return words.failed;
  if (sent.redirected || [401, 403, 404].includes(sent.status)) return words.shut;
  return sent.status === 413 ? words.too_large : words.broken;
}

/** What was refused is in no one's keeping but the page's: leaving it is asked about. */
window.addEventListener("beforeunload", (event) => {
  if (root.querySelector(".is-refused")) event.preventDefault();
});

function refuse(changes, problems, failed) {
  for (const { cell, value } of changes) {
    cell.textContent = value;
    cell.classList.add("is-refused");
  }
  for (const { cell: id, stands } of problems) {
    const cell = cells.get(id);
    if (cell && stands !== undefined) cell.dataset.kept = stands === "–" ? "" : stands;
  }
  say(problems.map((each) => each.message).join(" "), { wrong: true, again: failed ? changes : null });
}

/** Show an answer. A cell that it does not tell of says what it keeps. */
function show(answer) {
  root.dataset.moment = answer.moment;
  const told = new Set(answer.cells.map((each) => each.id));
  for (const cell of root.querySelectorAll(SPEAKING)) {
    if (!told.has(cell.dataset.cell)) paint(cell, { text: cell.dataset.kept, kept: cell.dataset.kept });
  }
  for (const each of answer.cells) paint(cells.get(each.id), each);
  for (const each of answer.sums) {
    const sum = sums.get(each.id);
    if (sum) {
      put(sum.querySelector(".grid__total"), each.text);
      put(sum.querySelector(".grid__equation"), each.equation);
      tone(sum, each.tone ?? "");
    }
    if (each.stated_id) paint(cells.get(each.stated_id), { ...each, text: each.kept });
  }
  root.querySelector("[data-proof]").innerHTML = answer.proof;
  const lead = document.querySelector(".title__lead p");
  if (lead) put(lead, answer.lead);
  say(words.saved, { undo: answer.undo });
}

function put(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function tone(element, name) {
  for (const each of ["info", "attention", "alarm"]) element.classList.toggle(`is-${each}`, name === each);
}

/** Write a cell: its figure and, under it, what that is worked out of. */
function write(cell, text, equation) {
  const said = equation ? text + equation : text;
  if (cell.textContent === said && Boolean(cell.querySelector(".grid__equation")) === Boolean(equation)) return;
  const under = document.createElement("span");
  under.className = "grid__equation";
  under.textContent = equation;
  cell.replaceChildren(text, ...(equation ? [under] : []));
}

function paint(cell, { text, kept, derived, tone: name = "", why = "", equation = "" }) {
  if (!cell || cell === editing?.cell || cell.matches(".is-waiting, .is-refused")) return;
  write(cell, text, equation);
  cell.dataset.kept = kept;
  cell.classList.toggle("is-derived", Boolean(derived));
  tone(cell, name);
  if (why) cell.title = why;
  else cell.removeAttribute("title");
}

root.addEventListener("dblclick", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (cell && !editing) open(cell);
});

let pressed = null;
root.addEventListener("mousedown", (event) => {
  const cell = event.target.closest("[data-cell]");
  pressed = cell && cell === document.activeElement ? cell : null;
});

/** One press chooses a cell, the next one opens it. */
root.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (!cell || cell === editing?.cell) return;
  if (cell === pressed) open(cell);
  else focusOn(cell);
});

const ARROWS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

root.addEventListener("keydown", (event) => {
  const cell = event.target.closest("[data-cell]");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (editing) {
    if (event.key === "Escape") close(false);
    else if (event.key === "Enter") close(true);
    else if (event.key === "Tab") close(true);
    else return;
    if (event.key === "Tab") return;
    event.preventDefault();
    focusOn(event.key === "Enter" ? beside(cell, 1, 0) ?? cell : cell);
    return;
  }
  if (ARROWS[event.key]) focusOn(beside(cell, ...ARROWS[event.key]));
  else if (event.key === "Enter" || event.key === "F2") open(cell);
  else if (event.key === "Delete" || event.key === "Backspace") save([{ cell, value: "" }]);
  else if (event.key.length === 1 && event.key !== " ") open(cell, event.key);
  else return;
  event.preventDefault();
});

/** A block of a spreadsheet: rows by line, cells by tab, from the chosen cell down and to the right. */
root.addEventListener("paste", (event) => {
  const start = event.target.closest("[data-cell]");
  if (!start || editing) return;
  const rows = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/);
  const changes = [];
  let first = start;
  let beyond = 0;
  for (const row of rows) {
    let cell = first;
    for (const value of row.split("\t")) {
      if (!cell) {
        if (value.trim()) beyond += 1;
        continue;
      }
      if (value.trim() !== cell.dataset.kept) changes.push({ cell, value: value.trim() });
      cell = beside(cell, 0, 1);
    }
    first = first && beside(first, 1, 0);
  }
  event.preventDefault();
  if (beyond) say(words.beyond, { wrong: true });
  else if (changes.length) save(changes);
});
