// The keyboard: everything that the mouse can do to the board.
import { columns, heir, inOrder, stepFrom, withStacks } from "./columns.js";
import { beginNaming, fileNotes, fileOnward, hideNotes, inHand, undo } from "./filing.js";
import { accept, acceptAll, decline, help, isGhost, offers } from "./ghosts.js";
import { toggleOrder } from "./order.js";
import { lookedAt } from "./state.js";
import { linkNotes } from "./drafts.js";
import { starNotes } from "./star.js";
import { toggle } from "./ticks.js";

const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select"; // where letters are text
const WALKING = new Set(["Tab", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]);
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys(desk) {
  document.addEventListener("keydown", (event) => {
    if (WALKING.has(event.key)) desk.state.pointed = false;
    const busy = event.defaultPrevented || desk.state.dialog || desk.state.menu;
    if (busy || event.target.closest?.(FIELDS)) return;
    if (onKey(desk, event)) event.preventDefault();
  });
}

// True when the key meant something.
function onKey(desk, event) {
  if (event.ctrlKey || event.metaKey) return withControl(desk, event);
  if (event.altKey) return false;
  if (event.key === "Escape") return letGo(desk);
  if (event.target.closest?.("[data-note]") && onNote(desk, event)) return true;
  return desk.state.keys && !event.repeat && onLetter(desk, event);
}

function withControl(desk, { key, shiftKey, target }) {
  if (key.toLowerCase() === "z" && !shiftKey) return undo(desk), true;
  if (key.toLowerCase() === "a" && target.closest?.("[data-note]")) return tickColumn(desk, target), true;
  return false;
}

function letGo({ state, draw }) {
  Object.assign(state, { naming: null, lit: false, anchor: "" });
  state.ticked.clear();
  draw();
  return true;
}

function onNote(desk, { key, shiftKey }) {
  const { state } = desk;
  if (key === " " || key === "Enter") {
    toggle(state.ticked, state.held);
    state.anchor = state.held;
    desk.draw();
    return true;
  }
  if (!ARROWS[key]) return false;
  const [over, down] = ARROWS[key];
  if (shiftKey && over) carry(desk, over);
  else step(desk, over, down);
  return true;
}

function step(desk, over, down) {
  const { state, store } = desk;
  focusNote(stepFrom(columns(store, lookedAt(desk).hat), state.held, over, down));
}

// Shift and an arrow: the note in hand, with the ticked ones, goes one column over; the focus goes along.
function carry(desk, over) {
  const { state, store } = desk;
  const board = columns(store, lookedAt(desk).hat);
  const at = board.findIndex(({ notes }) => notes.some(({ id }) => id === state.held));
  const to = board[at + over];
  if (!to) return;
  const along = state.ticked.has(state.held) ? inHand(desk, lookedAt(desk).hat) : [state.held];
  fileNotes(desk, along, to.id);
}

function tickColumn(desk, target) {
  const column = target.closest("[data-column]").dataset.column;
  const board = columns(desk.store, lookedAt(desk).hat);
  for (const id of inOrder(board.filter(({ id }) => id === column))) desk.state.ticked.add(id);
  desk.draw();
}

function onLetter(desk, { key }) {
  const hat = lookedAt(desk)?.hat;
  if (key === "?") return (desk.state.dialog = "keys"), desk.draw(), true;
  if (!hat || hat === "blue") return false;
  const notes = inHand(desk, hat, !desk.state.pointed);
  if (/^[0-9]$/.test(key) && onOffer(desk, hat, Number(key))) return true;
  if (/^[0-9]$/.test(key)) return byNumber(desk, hat, notes, Number(key));
  if (key.toLowerCase() === "g") return help(desk, hat), true;
  if (key.toLowerCase() === "a") return acceptAll(desk, hat), true;
  if (key.toLowerCase() === "o") return toggleOrder(desk, hat), true;
  if (key.toLowerCase() === "t") return beginNaming(desk, { hat, notes: [...desk.state.ticked] }), true;
  if (key.toLowerCase() === "h") return hideNotes(desk, notes), true;
  if (key.toLowerCase() === "s") return starNotes(desk, notes), true;
  if (key.toLowerCase() === "y") return linkNotes(desk, hat, notes), true;
  return false;
}

// With a note in hand that themes are offered for, 1 2 3 are those themes and 0 is none of them.
function onOffer(desk, hat, number) {
  const { held, ticked, pointed } = desk.state;
  if (!held || ticked.size || pointed) return false;
  const board = columns(desk.store, hat);
  if (isGhost(desk, hat, held)) {
    if (number > 1) return false;
    const next = heir(board, held, new Set([held]));
    (number ? accept : decline)(desk, hat, held);
    desk.state.held = next;
    return focusNote(next), true;
  }
  const themes = offers(desk, hat, held);
  if (!themes.length) return false;
  if (number === 0) return focusNote(stepFrom(board, held, 0, 1)), true;
  if (!themes[number - 1]) return true; // 4 to 9 would mean columns: not while 1 2 3 do not
  return fileOnward(desk, withStacks(board, [held]), themes[number - 1].id), true;
}

function byNumber(desk, hat, notes, number) {
  const column = columns(desk.store, hat)[number];
  if (!column || !notes.length) return false;
  desk.state.pointed = false; // from here on the keys have the lead, and the focus shows
  fileOnward(desk, notes, column.id);
  return true;
}

export function focusNote(id) {
  if (id) document.querySelector(`[data-note="${CSS.escape(id)}"]`)?.focus();
}
