// Decisions and actions as data: what they rest on, and who has been named before.

export const blank = (id) => ({ id, kind: "decision", text: "", owner: "", due: "", themes: [], notes: [] });

// What put_outcome takes to say this again; what it rested on and is gone or hidden stays away.
export function said(store, { id, kind, text, owner, due, themes, notes }) {
  const there = (row) => row && !row.hidden;
  return {
    id, kind, text, owner, due,
    themes: themes.filter((one) => there(store.row("theme", one))),
    notes: notes.filter((one) => there(store.row("note", one))),
  };
}

// The same, resting on these notes and their themes too.
export function restingOn(store, outcome, notes) {
  const themes = notes.map((id) => store.row("note", id)?.theme).filter((id) => id && store.row("theme", id));
  return { ...outcome, themes: union(outcome.themes, themes), notes: union(outcome.notes, notes) };
}

const union = (...lists) => [...new Set(lists.flat())];

// Everybody who could be asked to do something: owners so far and people with a name, by name.
export function names(store) {
  const owners = store.all("outcome").map(({ owner }) => owner);
  const people = store.all("participant").map(({ name }) => name);
  return union(owners, people).filter(Boolean).toSorted((a, b) => a.localeCompare(b));
}

// [[hat, themes], …] in the order of the rounds; hats without themes are left out.
export function themesByHat(store) {
  const hats = union(store.all("round").map(({ hat }) => hat), store.all("theme").map(({ hat }) => hat));
  const of = (hat) => store.all("theme").filter((theme) => theme.hat === hat);
  return hats.map((hat) => [hat, of(hat)]).filter(([, themes]) => themes.length);
}
