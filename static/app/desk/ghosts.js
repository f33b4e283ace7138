// Themes offered for notes: the surest notes stand dashed in the theme they may belong to, every other
// note shows its three likeliest. Nothing is filed by itself, and nothing moves while it is looked at.
import { say } from "../phrases.js";
import { columns, lay, layout } from "./columns.js";
import { fileEach, fileNotes } from "./filing.js";

const OFFERED = 3; // themes on the keys 1 2 3

export const helping = ({ state }, hat) => state.helping.has(hat);

// Begin or end offering themes.
export function help(desk, hat, on = !helping(desk, hat)) {
  const { state, store } = desk;
  if (on) state.helping.add(hat);
  else state.helping.delete(hat);
  state.placed.delete(hat);
  state.declined.clear();
  lay(store, hat, { ghosts: new Map() });
  document.querySelector(".columns")?.scrollTo({ left: 0 }); // ghosts come from the first theme on
  desk.draw();
}

// Before each picture: ghosts are placed once, as soon as there is something to go by.
export function keepGhosts(desk, hat) {
  const { state, store, suggestions } = desk;
  const offer = suggestions.of(hat);
  if (!offer?.sure.length || !helping(desk, hat) || state.placed.has(hat)) return;
  const sure = offer.sure.filter((id) => isLoose(store, id) && !state.declined.has(id));
  state.placed.add(hat);
  lay(store, hat, { ghosts: new Map(sure.map((id) => [id, offer.filing[id][0]])) });
}

const isLoose = (store, id) => store.row("note", id)?.theme === "";

// The surest third of what is left, by what has been filed since.
export function placeMore(desk, hat) {
  desk.state.placed.delete(hat);
  desk.draw();
}

export const ghostsOf = (desk, hat) => columns(desk.store, hat).flatMap(({ ghosts }) => [...ghosts]);

// File every ghost where it stands, as one step.
export function acceptAll(desk, hat) {
  const into = new Map();
  for (const column of columns(desk.store, hat)) if (column.ghosts.size) into.set(column.id, [...column.ghosts]);
  if (into.size) fileEach(desk, into, say("desk.did.accepted", { n: ghostsOf(desk, hat).length }));
}

export const accept = (desk, hat, id) => fileNotes(desk, [id], layout(desk.store, hat).ghosts.get(id));

// Not this theme: back among the others, and no ghost again until help is asked for anew.
export function decline(desk, hat, id) {
  const ghosts = new Map(layout(desk.store, hat).ghosts);
  ghosts.delete(id);
  desk.state.declined.add(id);
  lay(desk.store, hat, { ghosts });
  desk.draw();
}

export const isGhost = ({ store }, hat, id) =>
  columns(store, hat).some(({ ghosts }) => ghosts.has(id));

// The themes on the keys 1 2 3 for a note without one. Those of the note in hand do not change under it.
export function offers(desk, hat, id) {
  const { state, store, suggestions } = desk;
  if (!helping(desk, hat) || !isLoose(store, id)) return [];
  const now = () => (suggestions.of(hat)?.filing[id] ?? []).slice(0, OFFERED);
  if (id !== state.held) return themes(store, now());
  if (state.offered.id !== id || !state.offered.themes.length) state.offered = { id, themes: now() };
  return themes(store, state.offered.themes);
}

const themes = (store, ids) => ids.map((id) => store.row("theme", id)).filter(Boolean);
