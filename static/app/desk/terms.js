// The terms of a vote: how many votes each has, and what they go to.

// Few enough that people must choose, enough that a second thought counts: a third of the themes,
// or a vote for every six notes, at least 3 and at most 10.
export function suggestedBudget(voted_on, count) {
  if (voted_on === "themes") return Math.max(1, Math.round(count / 3));
  return Math.max(3, Math.min(10, Math.round(count / 6)));
}

// What can be voted on, on the board of a hat: {themes, notes} as counts, without hidden notes.
export function countable(board) {
  const notes = board.flatMap((column) => column.notes).filter((note) => !note.hidden);
  return { themes: board.length - 1, notes: notes.length };
}

// The terms that a vote was held under; opened again under these, it goes on.
export const termsOf = ({ hat, voted_on, budget, several }) => ({ hat, voted_on, budget, several });
