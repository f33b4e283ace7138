// What this phone may sort on a board: its own notes, or everybody's, with what is still on its way.

export function sortable(store, outbox, board) {
  const under = new Map();
  for (const { action, args } of [...outbox.sent(), ...outbox.waiting()])
    if (action === "file_notes") for (const id of args.notes) under.set(id, args.theme);
  const themes = store.all("theme").filter(({ hat }) => hat === board.hat);
  const known = new Set(themes.map(({ id }) => id));
  const notes = store
    .all("note")
    .filter((note) => note.hat === board.hat && !note.hidden && (board.hands === "all" || note.mine))
    .map((note) => ({ ...note, theme: under.get(note.id) ?? note.theme }))
    .map((note) => (known.has(note.theme) ? note : { ...note, theme: "" }));
  return { themes, notes, loose: notes.filter(({ theme }) => !theme) };
}
