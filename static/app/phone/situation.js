// Where this phone stands right now: one plain value that every part of the page is drawn from.
import { roundOn, timeLeft } from "../store.js";

// moment: lobby (no round yet), blue (the facilitator speaks), write, closed or revealed.
// target: the round that what is written now belongs to; undefined when there is nothing to write to.
// strayed: a note was begun and then the hat changed. It stays with the hat it was begun under.
export function situation(store, draft) {
  const on = roundOn(store);
  const writable = takesNotes(on) ? on : undefined;
  const target = draft.begunIn ? (store.row("round", draft.begunIn) ?? writable) : writable;
  return {
    workshop: store.workshop,
    on,
    moment: moment(on),
    last: Boolean(on) && !store.all("round").some((round) => round.state === "waiting"),
    left: timeLeft(on, store.now()),
    target,
    writable,
    strayed: Boolean(draft.begunIn) && target !== writable,
  };
}

export const takesNotes = (round) => round?.state === "open" && round.hat !== "blue";

// Does everybody see the notes of this round?
export const onBoard = (round) =>
  round?.state === "revealed" || Boolean(round?.at_once && round.state !== "waiting");

function moment(on) {
  if (!on || on.state === "waiting") return "lobby";
  if (on.hat === "blue") return on.state === "open" ? "blue" : "closed";
  return on.state === "open" ? "write" : on.state;
}

// The hats that have a board here, in the order they are put on.
export function hatsOf(store) {
  const hats = store.all("round").map((round) => round.hat);
  return [...new Set(hats)].filter((hat) => hat !== "blue");
}

export const canRead = (store, hat) =>
  store.all("round").some((round) => round.hat === hat && onBoard(round));

// The notes of a hat that are on the board for everybody.
export const shownNotes = (store, hat) =>
  store.all("note").filter((note) => note.hat === hat && !note.hidden && onBoard(store.row("round", note.round)));
