// What has changed since the last picture, so far as it is seen: hats that lift off, notes that arrive, what is asked.
import { roundOn } from "../store.js";
import { hatShown, notesOf, openToAll } from "./boards.js";
import { askedAbout, lookedAt, openRemarks } from "./stage.js";

const LIFT_MS = 320; // an old hat lifts off
const FRESH_MS = 6000; // a note that has just arrived stays outlined
const READ_MS = 20_000; // what the room answered stays large, longer while something is missing

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
  state.looked = lookedAt(store, state.looked);
  const settled = state.looked && !askedAbout(store).length && !openRemarks(store, state.looked);
  if (!settled) state.leavingLook = void clearTimeout(state.leavingLook);
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
