// One's own notes as one sees them: the rows, and on top of them what is still on its way.
import { acknowledged } from "./holding.js";
import { onBoard } from "./situation.js";

// Newest first: [{id, round, hat, text, marks, state, changeable}].
// state: waiting (not at the server yet), kept, on_board or hidden.
export function ownNotes(store, outbox) {
  const notes = new Map();
  for (const row of store.all("note")) {
    if (row.mine) notes.set(row.id, { ...row, state: stateOf(row, store.row("round", row.round)) });
  }
  for (const entry of acknowledged(outbox)) asIfDone(notes, entry, "kept");
  for (const entry of outbox.waiting()) asIfDone(notes, entry, "waiting");
  return [...notes.values()].reverse().map((note) => completed(note, store.row("round", note.round)));
}

// How many notes have not reached the server yet.
export const waitingNotes = (outbox) =>
  new Set(outbox.waiting().filter(({ args }) => args.text).map(({ args }) => args.id)).size;

function stateOf(row, round) {
  if (row.hidden) return "hidden";
  return onBoard(round) ? "on_board" : "kept";
}

function asIfDone(notes, { action, args }, state) {
  const known = notes.get(args.id);
  if (action === "post_note" && !known) notes.set(args.id, { marks: [], ...args, state });
  if (action === "edit_note" && known) notes.set(args.id, { ...known, ...args, state });
  if (action === "withdraw_note") notes.delete(args.id);
}

const completed = (note, round) => ({
  ...note,
  hat: note.hat ?? round?.hat,
  changeable: round?.state === "open" && note.state !== "hidden",
});
