// The way of each of one's own notes: its theme, the statement that rests on it, what was decided on it.

export function ways(store) {
  return store
    .all("note")
    .filter((note) => note.mine && !note.hidden)
    .map((note) => wayOf(store, note))
    .filter(({ theme, statement, outcomes }) => theme || statement || outcomes.length);
}

function wayOf(store, note) {
  const rests = ({ notes }) => notes.includes(note.id);
  const on = ({ notes, themes }) => notes.includes(note.id) || themes.includes(note.theme);
  return {
    note,
    theme: store.row("theme", note.theme),
    statement: store.row("synthesis", note.hat)?.statements.find((one) => one.text && rests(one)),
    outcomes: store.all("outcome").filter(on),
  };
}
