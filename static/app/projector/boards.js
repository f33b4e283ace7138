// Questions about the boards, for all scenes.
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { votedOn } from "./stage.js";

const BOARDS = ["white", "red", "black", "yellow", "green"];

export const openToAll = (round) =>
  round.state === "revealed" || Boolean(round.at_once && round.state !== "waiting");

// The hats that have a board here, in the order in which the sequence first comes to them.
export function boards(store) {
  const hats = store.all("round").map((round) => round.hat);
  for (const kind of ["note", "synthesis"]) hats.push(...store.all(kind).map((row) => row.hat));
  return [...new Set(hats)].filter((hat) => BOARDS.includes(hat));
}

// The round whose board the room looks at: one that is voted on, else the one that is on, else the last with a board.
export function boardRound(store) {
  const [voted] = votedOn(store);
  if (voted) return roundOf(store, voted);
  const on = roundOn(store);
  if (on && on.hat !== "blue") return on;
  const been = store.all("round").filter((round) => round.hat !== "blue" && round.state !== "waiting");
  return been.at(-1);
}

// A hat may come twice: the last of its rounds that has begun.
const roundOf = (store, hat) => {
  const rounds = store.all("round").filter((round) => round.hat === hat);
  return rounds.findLast(({ state }) => state !== "waiting") ?? rounds[0];
};

// The hat that the screen wears now; none in the lobby and over the whole.
export function hatShown(store, looked = "") {
  const { scene } = store.workshop;
  if (scene === "round") return roundOn(store)?.hat ?? "";
  if (scene === "themes") return boardRound(store)?.hat ?? "";
  return scene === "synthesis" ? looked : "";
}

export const notesOf = (store, hat) => store.all("note").filter((note) => note.hat === hat && !note.hidden);

// How many notes a board has, also while they are hidden.
export const countOf = (store, hat) =>
  store.all("round").reduce((sum, round) => sum + (round.hat === hat ? round.notes : 0), 0);

// A board's themes with their notes, then what is under none: [{id, name, votes, notes}].
export function groups(store, hat) {
  const notes = notesOf(store, hat);
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  const known = new Set(themes.map((theme) => theme.id));
  const named = themes.map((theme) => ({ ...theme, notes: notes.filter((note) => note.theme === theme.id) }));
  const loose = notes.filter((note) => !known.has(note.theme));
  return { named, loose };
}

// "also Benefits, Ideas": a phone may be asked about several hats, and the wall shows one of them.
export const also = (hats) => (hats.length ? say("projector.also", { hats: hats.map(shortWord).join(", ") }) : "");

export const asks = (round) => round.prompt || say(`hat.${round.hat}.asks`);
export const word = (hat) => say(`hat.${hat}.word`);
export const shortWord = (hat) => say(`projector.short.${hat}`);

// The places of at most so many rows, those around one of them.
export function around(rows, at, most) {
  const from = Math.max(0, Math.min(at - Math.floor(most / 2), rows.length - most));
  return rows.map((_, n) => n).slice(from, from + most);
}

// Blue opens and closes; in between it looks over the whole.
export function stationName({ hat }, n, count) {
  if (hat === "blue" && n === 0) return say("projector.short.opening");
  if (hat === "blue" && n === count - 1) return say("projector.short.closing");
  return shortWord(hat);
}
