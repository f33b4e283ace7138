// Near-copies: offered as stacks, laid together by one tap, taken apart by one. Every note stays.
import { say } from "../phrases.js";
import { stackNotes } from "./filing.js";

// Stacks that are offered for a board: [[ids]], without what is stacked or was turned down.
export function offered({ store, state, suggestions }, hat) {
  const found = suggestions.of(hat)?.stacks ?? [];
  return found
    .map((ids) => ids.filter((id) => store.row("note", id) && !store.row("note", id).hidden))
    .filter((ids) => ids.length > 1 && !state.apart.has(ids[0]) && !together(store, ids));
}

function together(store, ids) {
  const stack = store.row("note", ids[0]).stack;
  return Boolean(stack) && ids.every((id) => store.row("note", id).stack === stack);
}

export const stack = (desk, ids) => stackNotes(desk, ids, ids[0], say("desk.did.stacked", { n: ids.length }));

export function stackAll(desk, hat) {
  for (const ids of offered(desk, hat)) stack(desk, ids);
}

export function takeApart(desk, id) {
  const { store } = desk;
  const own = store.row("note", id).stack;
  const ids = store.all("note").filter((note) => note.stack === own).map((note) => note.id);
  desk.state.apart.add(ids[0]).add(id);
  stackNotes(desk, ids, "", say("desk.did.unstacked", { n: ids.length }));
}

// Not alike after all.
export function leaveApart(desk, ids) {
  for (const id of ids) desk.state.apart.add(id);
  desk.draw();
}
