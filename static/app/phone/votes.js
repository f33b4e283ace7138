// Votes as this person sees them: what there is to vote on, what they gave, and what came out.
import { shuffled } from "./order.js";
import { pending } from "./pending.js";
import { shownNotes } from "./situation.js";

// What a board votes on, in the board's order; themes with the number of their notes.
export function votedOn(store, { hat, voted_on }) {
  const notes = shownNotes(store, hat);
  if (voted_on === "notes") return notes;
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  return themes.map((theme) => ({ ...theme, notes: notes.filter((note) => note.theme === theme.id).length }));
}

export const ballot = (store, board, person) => shuffled(votedOn(store, board), person);

// One's own votes of a board by target, with what is on its way.
export function ownVotes(store, outbox, hat) {
  const rows = store.all("vote").filter((vote) => vote.hat === hat);
  const given = new Map(rows.map(({ target, votes }) => [target, votes]));
  for (const { target, votes } of pending(outbox, "set_votes")) {
    const row = store.row("theme", target) ?? store.row("note", target);
    if (row?.hat === hat) given.set(target, votes);
  }
  return given;
}

export const votesLeft = ({ budget }, given) => budget - [...given.values()].reduce((sum, votes) => sum + votes, 0);

// How many votes one more for this would make; null where there is none to give.
export function oneMore(board, given, id) {
  const votes = given.get(id) ?? 0;
  const most = board.several ? board.budget : 1;
  return votes < most && votesLeft(board, given) > 0 ? votes + 1 : null;
}

// What came out, most votes first; as on the board where votes are even.
export const results = (store, board) => votedOn(store, board).sort((a, b) => b.votes - a.votes);
