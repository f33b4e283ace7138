// Ticked notes: what the next action is about.

export function toggle(ticked, id) {
  if (!ticked.delete(id)) ticked.add(id);
}

// Tick everything from one note to another, in reading order; what was ticked stays.
export function tickRange(ticked, order, from, to) {
  const ends = [order.indexOf(from), order.indexOf(to)];
  if (ends[0] < 0) return ticked.add(to);
  const [first, last] = ends.sort((a, b) => a - b);
  for (const id of order.slice(first, last + 1)) ticked.add(id);
  return ticked;
}

// What an action is about: the ticked notes in reading order; without any, the one in hand.
export function chosen(ticked, order, held) {
  const found = order.filter((id) => ticked.has(id));
  return found.length ? found : order.filter((id) => id === held);
}
