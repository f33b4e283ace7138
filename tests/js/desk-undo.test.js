// Undo brings back what was before, checked against a small board that follows the server's rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filed, inverse, Past } from "../../static/app/desk/undo.js";

function aBoard() {
  const note = (id, theme, hidden = 0) => [id, { id, hat: "white", theme, hidden }];
  const theme = (id, name) => [id, { id, hat: "white", name }];
  const rows = {
    note: new Map([note("n1", ""), note("n2", "t1"), note("n3", "t2"), note("n4", "t1", 1)]),
    theme: new Map([theme("t1", "Time"), theme("t2", "Money")]),
  };
  const store = { row: (kind, id) => rows[kind].get(id), all: (kind) => [...rows[kind].values()] };
  const file = (id, theme) => rows.note.set(id, { ...rows.note.get(id), theme });
  const empty = (id, into) => {
    for (const note of store.all("note")) if (note.theme === id) file(note.id, into);
    rows.theme.delete(id);
  };
  const act = {
    file_notes: ({ notes, theme }) => notes.forEach((id) => file(id, theme)),
    name_theme: ({ id, hat, name }) => rows.theme.set(id, { id, hat, name }),
    merge_themes: ({ id, into }) => empty(id, into),
    dissolve_theme: ({ id }) => empty(id, ""),
    hide_note: ({ id, hidden }) => rows.note.set(id, { ...rows.note.get(id), hidden }),
  };
  const byId = (one, other) => (one.id < other.id ? -1 : 1);
  const state = () => ({ notes: store.all("note").sort(byId), themes: store.all("theme").sort(byId) });
  return { store, state, act: (action, args) => act[action](args) };
}

const STEPS = {
  "filing notes from several themes": [["file_notes", { notes: ["n1", "n2", "n3"], theme: "t2" }]],
  "taking notes out of their themes": [["file_notes", { notes: ["n2", "n3"], theme: "" }]],
  "naming a new theme": [["name_theme", { id: "t3", hat: "white", name: "New" }]],
  "naming a new theme for some notes": [
    ["name_theme", { id: "t3", hat: "white", name: "New" }],
    ["file_notes", { notes: ["n1", "n2"], theme: "t3" }],
  ],
  "renaming a theme": [["name_theme", { id: "t1", hat: "white", name: "Hours" }]],
  "merging themes": [["merge_themes", { id: "t1", into: "t2" }]],
  "dissolving a theme": [["dissolve_theme", { id: "t1" }]],
  "hiding notes": [["hide_note", { id: "n1", hidden: 1 }], ["hide_note", { id: "n2", hidden: 1 }]],
  "showing a hidden note again": [["hide_note", { id: "n4", hidden: 0 }]],
};

for (const [what, actions] of Object.entries(STEPS)) {
  test(`${what} is undone as one step`, () => {
    const board = aBoard();
    const before = board.state();
    const past = new Past();
    past.remember(board.store, what, actions);
    actions.forEach(([action, args]) => board.act(action, args));
    assert.notDeepEqual(board.state(), before);
    past.take().actions.forEach(([action, args]) => board.act(action, args));
    assert.deepEqual(board.state(), before);
  });
}

test("steps are undone newest first, until there are none", () => {
  const board = aBoard();
  const past = new Past();
  const before = board.state();
  for (const actions of Object.values(STEPS)) {
    past.remember(board.store, "", actions);
    actions.forEach(([action, args]) => board.act(action, args));
  }
  for (let step; (step = past.take()); ) step.actions.forEach(([action, args]) => board.act(action, args));
  assert.deepEqual(board.state(), before);
  assert.equal(past.empty, true);
});

test("a refused step is not there to be undone", () => {
  const { store } = aBoard();
  const past = new Past();
  past.remember(store, "first", STEPS["hiding notes"]);
  past.forget(past.remember(store, "refused", STEPS["merging themes"]));
  assert.equal(past.take().says, "first");
});

test("many notes go in several messages of at most 200", () => {
  const ids = Array.from({ length: 450 }, (_, n) => `n${n}`);
  const sizes = filed(ids, "t1").map(([, { notes }]) => notes.length);
  assert.deepEqual(sizes, [200, 200, 50]);
});

test("what cannot be undone is said at once", () => {
  assert.throws(() => inverse(aBoard().store, "forget_authors", {}));
});
