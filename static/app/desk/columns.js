// The board of a hat as columns: notes without a theme first, then a column per theme.
// Notes stand in the order of their arrival, or as the desk has laid them; a new one moves no other.

const known = new WeakMap(); // store → {rev, epoch, boards}: 500 notes are sorted once per revision
const laid = new WeakMap(); // store → {hat: {order, ghosts}}: how this desk has laid its boards

export function columns(store, hat) {
  let seen = known.get(store);
  if (seen?.rev !== store.rev || seen.epoch !== store.epoch) {
    seen = { rev: store.rev, epoch: store.epoch, boards: new Map(), notes: store.all("note") };
    known.set(store, seen);
  }
  if (!seen.boards.has(hat)) seen.boards.set(hat, arranged(store, seen.notes, hat));
  return seen.boards.get(hat);
}

// `order`: ids, alike ones side by side; null: as they came. `ghosts`: note → theme it may belong to.
export const layout = (store, hat) => laid.get(store)?.[hat] ?? { order: null, ghosts: new Map() };

export function lay(store, hat, news) {
  laid.set(store, { ...laid.get(store), [hat]: { ...layout(store, hat), ...news } });
  known.delete(store);
}

function arranged(store, all, hat) {
  const { order, ghosts } = layout(store, hat);
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  const under = new Map(themes.map(({ id }) => [id, []]));
  const maybe = new Map(themes.map(({ id }) => [id, []]));
  const loose = [];
  for (const note of inLine(all.filter((note) => note.hat === hat), order)) {
    if (under.has(note.theme)) under.get(note.theme).push(note);
    else (maybe.get(ghosts.get(note.id)) ?? loose).push(note);
  }
  return [
    column("", null, loose, [], order),
    ...themes.map((theme) => column(theme.id, theme, under.get(theme.id), maybe.get(theme.id), null)),
  ];
}

// Notes that came after the order was laid wait at the end, in a tray of their own.
function inLine(notes, order) {
  if (!order) return notes;
  const place = new Map(order.map((id, at) => [id, at]));
  return notes.toSorted((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length));
}

// `notes`: what stands in the column, ghosts last; `beneath`: what lies under the first of a stack.
function column(id, theme, filed, maybe, order) {
  const beneath = new Map();
  const first = new Map();
  const notes = [];
  for (const note of filed) {
    const top = note.stack && first.get(note.stack);
    if (top) beneath.set(top, [...(beneath.get(top) ?? []), note]);
    else notes.push(note);
    if (note.stack && !top) first.set(note.stack, note.id);
  }
  const place = order && new Set(order);
  return {
    id,
    theme,
    notes: [...notes, ...maybe],
    beneath,
    ghosts: new Set(maybe.map((note) => note.id)),
    fresh: place ? notes.filter((note) => !place.has(note.id)).map((note) => note.id) : [],
    count: filed.length,
  };
}

// Ids in reading order, for ranges.
export const inOrder = (board) => board.flatMap(({ notes }) => notes.map(({ id }) => id));

// The same ids, and with each first note of a stack all that lies beneath it.
export const withStacks = (board, ids) =>
  ids.flatMap((id) => [id, ...board.flatMap(({ beneath }) => (beneath.get(id) ?? []).map((note) => note.id))]);

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
