// Notes that this person may file under themes, and which of them comes next.
import { shuffled } from "./order.js";
import { pending } from "./pending.js";
import { shownNotes } from "./situation.js";

const TWICE = 2; // what fits nowhere comes once more, after the others, and is then left

// A board's notes that its `hands` lets this person file, each under the theme it is in or on its way to.
// Everybody goes through everybody's notes in an order of their own, so that many hands share the work.
export function fileable(store, outbox, { hat, hands }, person) {
  const notes = shownNotes(store, hat).filter((note) => hands === "all" || note.mine);
  const sent = new Map();
  for (const { notes: ids, theme } of pending(outbox, "file_notes")) for (const id of ids) sent.set(id, theme);
  const filed = notes.map((note) => ({ ...note, theme: sent.get(note.id) ?? themeOf(store, note) }));
  return hands === "all" ? shuffled(filed, person) : filed;
}

// The notes still to be filed, in the order they come; `skips` counts by id how often one fitted nowhere.
export function queue(notes, skips) {
  const open = notes.filter((note) => !note.theme && times(skips, note) < TWICE);
  return open.sort((a, b) => times(skips, a) - times(skips, b));
}

// The note on the card. What somebody else files meanwhile stays on it: no note changes under a thumb.
export const current = (notes, skips, held) => notes.find((note) => note.id === held) ?? queue(notes, skips)[0];

const times = (skips, { id }) => skips[id] ?? 0;

const themeOf = (store, note) => (store.row("theme", note.theme) ? note.theme : "");
