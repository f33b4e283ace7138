// Questions about the boards, for all scenes.
import { roundOn } from "../store.js";

export const BOARDS = ["white", "red", "black", "yellow", "green"];

// The hat whose board the room stands at: the one that is on, else the last one that was revealed.
export function boardOn(store) {
  const on = roundOn(store);
  if (on && on.hat !== "blue") return on.hat;
  return store.all("round").findLast((round) => round.state === "revealed" && round.hat !== "blue")?.hat;
}

export const usedHats = (store) => BOARDS.filter((hat) => store.all("round").some((round) => round.hat === hat));

export const notesOf = (store, hat) => store.all("note").filter((note) => note.hat === hat);

// A board's themes with their notes, then what is under none: [{id, name, votes, notes}].
export function groups(store, hat) {
  const notes = notesOf(store, hat);
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  const under = (id) => notes.filter((note) => note.theme === id);
  const named = themes.map((theme) => ({ ...theme, notes: under(theme.id) }));
  const known = new Set(themes.map((theme) => theme.id));
  const rest = notes.filter((note) => !known.has(note.theme));
  return { named, rest };
}

// What the board asks: as its first round puts it.
export const promptOf = (store, hat) => store.all("round").find((round) => round.hat === hat)?.prompt ?? "";
