// What this screen alone knows: what lies over it, how large its text is, and what has just changed.

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
