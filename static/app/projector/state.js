// What this screen alone knows: what lies over it, how large its text is, and what has just changed.
import { hatShown, notesOf, openToAll } from "./boards.js";
import { roundOn } from "../store.js";

const LIFT_MS = 320; // an old hat lifts off
const FRESH_MS = 6000; // a note that has just arrived stays outlined

export const newState = () => ({
  over: "", // qr, blank or keys
  keysOff: false,
  size: kept(),
  aside: false, // notes out of sight for a while
  lost: false,
  hat: "",
  leaving: "", // the hat that is lifting off
  board: "", // whose notes were in sight at the last picture
  known: new Set(),
  fresh: new Set(),
  heap: new Map(), // cards that lay on a round's heap when it first came into sight
});

// Called before every picture.
export function follow({ store, state, draw }) {
  if (!store.workshop) return;
  followHat(store, state, draw);
  followNotes(store, state, draw);
}

function followHat(store, state, draw) {
  const hat = hatShown(store);
  if (hat === state.hat) return;
  state.leaving = state.hat;
  state.hat = hat;
  setTimeout(() => ((state.leaving = ""), draw()), LIFT_MS);
}

// A note is fresh when its board was in sight already; a reveal is no news of single notes.
function followNotes(store, state, draw) {
  const on = roundOn(store);
  const board = on && openToAll(on) ? on.id : "";
  const ids = board ? notesOf(store, on.hat).map((note) => note.id) : [];
  if (board && board === state.board) {
    for (const id of ids) if (!state.known.has(id)) keepFresh(id, state, draw);
  }
  state.board = board;
  state.known = new Set(ids);
}

function keepFresh(id, { fresh }, draw) {
  fresh.add(id);
  setTimeout(() => (fresh.delete(id), draw()), FRESH_MS);
}

// How many cards lay on the heap at first sight: only later ones are seen to drop.
export function heapAtFirst({ heap }, round) {
  if (!heap.has(round.id)) heap.set(round.id, round.notes);
  return heap.get(round.id);
}

const KEY = "hattupaja/projector/size";

export function keepSize(size) {
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // then the next reload is of the usual size again
  }
}

function kept() {
  try {
    return Number(localStorage.getItem(KEY)) || 1;
  } catch {
    return 1;
  }
}
