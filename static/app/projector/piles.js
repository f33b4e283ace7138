// Near-copies lie on one stack: one card, with the words of the first, which says how many notes it is.

// Notes in order → cards in order: the row of the first note, `count` (notes on the stack), `votes` (of all of them).
export function piles(notes) {
  const stacks = new Map();
  for (const note of notes) {
    const id = note.stack || note.id;
    stacks.set(id, [...(stacks.get(id) ?? []), note]);
  }
  return [...stacks].map(([id, all]) => pile(all.find((note) => note.id === id) ?? all[0], all));
}

const pile = (first, all) => ({
  ...first,
  count: all.length,
  votes: all.reduce((sum, { votes = 0 }) => sum + votes, 0),
});

// Notes on so many cards.
export const notesIn = (cards) => cards.reduce((sum, { count }) => sum + count, 0);
