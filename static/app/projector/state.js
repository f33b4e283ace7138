// What this screen alone knows: what lies over it, how large its text is, and what has just changed.
import { hatShown, notesOf, openToAll } from "./boards.js";
import { roundOn } from "../store.js";
import { askedAbout, openRemarks } from "./stage.js";

const LIFT_MS = 320; // an old hat lifts off
const FRESH_MS = 6000; // a note that has just arrived stays outlined
const READ_MS = 20_000; // what the room answered stays large, longer while something is missing

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
  filed: new Map(), // by note: the theme that it lay under at the last picture, and which filing brought it there
  filings: 0,
  looked: "", // the hat whose synthesis is large: the room is asked about it, or has just answered
  leavingLook: undefined,
  filing: "", // whose board is in sight, for noticing what is filed there
  heap: new Map(), // cards that lay on a round's heap when it first came into sight
});

// Called before every picture.
export function follow({ store, state, draw }) {
  if (!store.workshop) return;
  followCheck(store, state, draw);
  followHat(store, state, draw);
  followNotes(store, state, draw);
  followFiling(store, state, draw);
}

function followHat(store, state, draw) {
  const hat = hatShown(store, state.looked);
  if (hat === state.hat) return;
  state.leaving = state.hat;
  state.hat = hat;
  setTimeout(() => ((state.leaving = ""), draw()), LIFT_MS);
}

// A check that has ended stays in sight until what is missing is settled, and for a while in any case.
function followCheck(store, state, draw) {
  const [asked] = askedAbout(store);
  if (asked) state.looked = asked;
  if (store.workshop.scene !== "synthesis" || !store.row("synthesis", state.looked)?.text) state.looked = "";
  const rests = state.looked && !asked && !openRemarks(store, state.looked);
  if (!rests) state.leavingLook = void clearTimeout(state.leavingLook);
  else state.leavingLook ??= setTimeout(() => ((state.looked = ""), draw()), READ_MS);
}

// What a hand puts under a theme in front of the room is outlined for a while.
function followFiling(store, state, draw) {
  const hat = store.workshop.scene === "themes" ? hatShown(store) : "";
  const sameBoard = hat !== "" && hat === state.filing;
  const seen = state.filed;
  state.filing = hat;
  state.filed = new Map();
  for (const { id, theme } of hat ? notesOf(store, hat) : []) {
    const was = seen.get(id);
    const moved = sameBoard && theme && was && was.theme !== theme;
    state.filed.set(id, { theme, when: moved ? ++state.filings : (was?.when ?? 0) });
    if (moved) keepFresh(id, state, draw);
  }
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
