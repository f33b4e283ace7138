// Near-copies lie on a stack: one card that opens to all of them.

// [[note, …], …]: the first note of each stack in front, the others behind it; most are alone.
export function stacks(notes) {
  const piles = new Map();
  for (const note of notes) {
    const key = note.stack || note.id;
    const pile = piles.get(key) ?? piles.set(key, []).get(key);
    if (note.id === key) pile.unshift(note);
    else pile.push(note);
  }
  return [...piles.values()];
}
