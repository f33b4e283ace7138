// Where this phone stands right now: one plain value that every part of the page is drawn from.
import { roundOn, timeLeft } from "../store.js";

// moment: lobby (no round yet), blue (the facilitator speaks), write, closed or revealed.
// task: what the facilitator asks of the phones now: check, vote, sort or "".
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
    task: task(store),
    last: Boolean(on) && !store.all("round").some((round) => round.state === "waiting"),
    left: timeLeft(on, store.now()),
    target,
    writable,
    strayed: Boolean(draft.begunIn) && target !== writable,
  };
}

function task(store) {
  if (store.all("synthesis").some(({ checking }) => checking)) return "check";
  const boards = store.all("board");
  if (boards.some(({ voting }) => voting === "open")) return "vote";
  const sorting = boards.filter(({ hands }) => hands !== "desk").map(({ hat }) => hat);
  return store.all("theme").some(({ hat }) => sorting.includes(hat)) ? "sort" : "";
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
