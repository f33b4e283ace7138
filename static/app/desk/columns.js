// The board of a hat as columns: notes without a theme first, then a column per theme.
// Notes stand in the order of their arrival, so a new one moves no other.

const known = new WeakMap(); // store → {rev, epoch, boards}: 500 notes are sorted once per revision

export function columns(store, hat) {
  let seen = known.get(store);
  if (seen?.rev !== store.rev || seen.epoch !== store.epoch) {
    seen = { rev: store.rev, epoch: store.epoch, boards: new Map(), notes: store.all("note") };
    known.set(store, seen);
  }
  if (!seen.boards.has(hat)) seen.boards.set(hat, arranged(store, seen.notes, hat));
  return seen.boards.get(hat);
}

function arranged(store, notes, hat) {
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  const under = new Map(themes.map(({ id }) => [id, []]));
  const loose = [];
  for (const note of notes) if (note.hat === hat) (under.get(note.theme) ?? loose).push(note);
  return [
    { id: "", theme: null, notes: loose },
    ...themes.map((theme) => ({ id: theme.id, theme, notes: under.get(theme.id) })),
  ];
}

// Ids in reading order, for ranges.
export const inOrder = (board) => board.flatMap(({ notes }) => notes.map(({ id }) => id));

// Where a note stands: [column, row] as numbers, or null.
export function placeOf(board, id) {
  for (const [column, { notes }] of board.entries()) {
    const row = notes.findIndex((note) => note.id === id);
    if (row >= 0) return [column, row];
  }
  return null;
}

// The note one step away: over (columns) or down (rows). Empty columns are stepped over.
export function stepFrom(board, id, over, down) {
  const place = placeOf(board, id);
  if (!place) return "";
  let [column, row] = place;
  if (down) return board[column].notes[row + down]?.id ?? id;
  do column += over;
  while (board[column] && !board[column].notes.length);
  const notes = board[column]?.notes;
  return notes ? notes[Math.min(row, notes.length - 1)].id : id;
}

// Who takes the focus when these notes leave: the next one in the column that stays, else the one before.
export function heir(board, id, leaving) {
  const place = placeOf(board, id);
  if (!place) return "";
  const notes = board[place[0]].notes;
  const stays = (note) => !leaving.has(note.id);
  return (notes.slice(place[1]).find(stays) ?? notes.slice(0, place[1]).findLast(stays))?.id ?? "";
}
