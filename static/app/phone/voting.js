// Votes as plain values: what there is to vote on, in this phone's own order, and what is left to give.

// My votes by target, with those that are still on their way.
export function given(store, outbox) {
  const votes = new Map(store.all("vote").map(({ target, votes }) => [target, votes]));
  for (const { action, args } of [...outbox.sent(), ...outbox.waiting()])
    if (action === "set_votes") votes.set(args.target, args.votes);
  return votes;
}

// Themes or notes of a board. Every phone has an order of its own, or the first would get the most votes.
export function choices(store, board, person) {
  const here = (row) => row.hat === board.hat && !row.hidden;
  const rows = store.all(board.voted_on === "notes" ? "note" : "theme").filter(here);
  return rows.toSorted((a, b) => lot(person + a.id) - lot(person + b.id) || (a.id < b.id ? -1 : 1));
}

export const left = (board, rows, votes) =>
  board.budget - rows.reduce((sum, { id }) => sum + (votes.get(id) ?? 0), 0);

// The most votes that this one may have now.
export const most = (board, rows, votes, id) =>
  Math.min(board.several ? board.budget : 1, (votes.get(id) ?? 0) + left(board, rows, votes));

// A number drawn from a text: the same for the same text, in no order that anybody chose (FNV-1a).
function lot(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return hash >>> 0;
}
