// What came of a note: its theme, the sentence that rests on it, and what was decided on that ground.

// For each note: {note, theme, statement, outcomes}; those that led furthest first.
export function receipt(store, notes) {
  const outcomes = store.all("outcome");
  const lines = notes.map((note) => {
    const theme = store.row("theme", note.theme);
    const statements = store.row("synthesis", note.hat)?.statements ?? [];
    return {
      note,
      theme,
      statement: statements.find((one) => one.text && one.notes.includes(note.id)),
      outcomes: outcomes.filter((one) => one.notes.includes(note.id) || (theme && one.themes.includes(theme.id))),
    };
  });
  return lines.sort((a, b) => reach(b) - reach(a));
}

// Did anything come of it that can be shown?
export const reach = ({ theme, statement, outcomes }) =>
  (outcomes.length ? 4 : 0) + (statement ? 2 : 0) + (theme ? 1 : 0);

// What an outcome rests on, as far as this phone may see it: {themes, notes}.
export const restsOn = (store, { themes, notes }) => ({
  themes: themes.map((id) => store.row("theme", id)).filter(Boolean),
  notes: notes.map((id) => store.row("note", id)).filter(Boolean),
});

// Are the conclusions what this is about now?
export const concluding = (store, { moment, last, workshop }) =>
  moment !== "write" && (workshop.scene === "outcomes" || (last && store.all("outcome").length > 0));
