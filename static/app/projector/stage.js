// What the room is doing with a board or a synthesis, asked of the rows alone.
import { roundOn } from "../store.js";

// The hats whose boards are voted on, and those whose synthesis the room is asked about: the one that is on first,
// then in the order of the sequence.
export const votedOn = (store) => inOrder(store, store.all("board").filter(({ voting }) => voting === "open"));
export const askedAbout = (store) => inOrder(store, store.all("synthesis").filter(({ checking, text }) => checking && text));

function inOrder(store, rows) {
  const sequence = [roundOn(store), ...store.all("round")].map((round) => round?.hat);
  return [...new Set(sequence)].filter((hat) => rows.some((row) => row.hat === hat));
}

// The hat whose synthesis is large: the room is asked about it, or was at the last picture; "" for all hats.
export function lookedAt(store, before) {
  if (store.workshop.scene !== "synthesis") return "";
  const looked = askedAbout(store)[0] ?? before;
  return store.row("synthesis", looked)?.text ? looked : "";
}

// What the scene of themes shows of a hat: the ballot, its result, the filing by many hands, or the wall.
export function stageOf(board) {
  if (board?.voting === "open") return "ballot";
  if (board?.voting === "closed") return "result";
  return ["own", "all"].includes(board?.hands) ? "filing" : "wall";
}

// What is missing from a hat's synthesis, for all to see: open first, then what is kept as it stands.
export function remarksOf(store, hat) {
  const here = store.all("agreement").filter((row) => row.hat === hat && row.remark);
  return ["open", "kept"].flatMap((state) => here.filter((row) => row.state === state));
}

export const openRemarks = (store, hat) => remarksOf(store, hat).filter(({ state }) => state === "open").length;

// How many of those who answered agree: {agreeing, answered}; null where the room did not say it of this text.
export function agreementOn({ status, checking, answered = 0, agreeing = 0 } = {}) {
  return status === "checked" && !checking && answered > 0 ? { agreeing, answered } : null;
}

// People who did something, of those present: somebody who left has done it all the same.
export const ofPresent = (n, present) => ({ n, of: Math.max(n, present) });
