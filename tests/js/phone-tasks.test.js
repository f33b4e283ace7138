import assert from "node:assert/strict";
import { test } from "node:test";
import { choices, given, left, most } from "../../static/app/phone/voting.js";
import { sortable } from "../../static/app/phone/sorting.js";
import { ways } from "../../static/app/phone/ways.js";

const store = (rows) => ({
  all: (kind) => rows[kind] ?? [],
  row: (kind, id) => (rows[kind] ?? []).find((row) => row.id === id),
});
const outbox = (...entries) => ({ sent: () => [], waiting: () => entries });
const board = { hat: "green", voted_on: "themes", budget: 3, several: 0, hands: "own" };
const themes = ["a", "b", "c", "d", "e"].map((id) => ({ id, hat: "green", name: id.toUpperCase() }));

test("every phone has an order of its own, and keeps it", () => {
  const known = store({ theme: themes });
  const orders = ["aino", "eino", "oili", "urho"].map((person) => choices(known, board, person).map(({ id }) => id).join(""));
  assert.ok(new Set(orders).size > 1);
  assert.equal(orders[0], choices(store({ theme: themes.toReversed() }), board, "aino").map(({ id }) => id).join(""));
  for (const order of orders) assert.equal([...order].sort().join(""), "abcde");
});

test("only what stands on that board is voted on", () => {
  const notes = [{ id: "n1", hat: "green" }, { id: "n2", hat: "green", hidden: 1 }, { id: "n3", hat: "red" }];
  const found = choices(store({ theme: themes, note: notes }), { ...board, voted_on: "notes" }, "aino");
  assert.deepEqual(found.map(({ id }) => id), ["n1"]);
});

test("a vote counts from the moment it is given, before the server has it", () => {
  const known = store({ theme: themes, vote: [{ target: "a", votes: 1 }, { target: "b", votes: 1 }] });
  const votes = given(known, outbox({ action: "set_votes", args: { target: "c", votes: 1 } }));
  assert.equal(left(board, themes, votes), 0);
  assert.equal(most(board, themes, votes, "d"), 0);
  assert.equal(most(board, themes, votes, "a"), 1);
  const back = given(known, outbox({ action: "set_votes", args: { target: "a", votes: 0 } }));
  assert.equal(left(board, themes, back), 2);
});

test("several votes may go to one where the facilitator says so", () => {
  const votes = new Map([["a", 2]]);
  assert.equal(most({ ...board, several: 1 }, themes, votes, "a"), 3);
  assert.equal(most({ ...board, several: 1 }, themes, votes, "b"), 1);
});

test("one sorts one's own notes, or everybody's; what is on its way is sorted already", () => {
  const notes = [
    { id: "n1", hat: "green", mine: 1, theme: "" },
    { id: "n2", hat: "green", mine: 1, theme: "gone" },
    { id: "n3", hat: "green", theme: "" },
    { id: "n4", hat: "red", mine: 1, theme: "" },
  ];
  const known = store({ theme: themes, note: notes });
  const going = outbox({ action: "file_notes", args: { notes: ["n1"], theme: "a" } });
  assert.deepEqual(sortable(known, going, board).loose.map(({ id }) => id), ["n2"]);
  const all = sortable(known, going, { ...board, hands: "all" });
  assert.deepEqual(all.loose.map(({ id }) => id), ["n2", "n3"]);
  assert.equal(all.notes.find(({ id }) => id === "n1").theme, "a");
});

test("one's own note is followed to its theme, its sentence and what was decided", () => {
  const known = store({
    theme: themes,
    note: [
      { id: "n1", hat: "green", mine: 1, theme: "a" },
      { id: "n2", hat: "green", mine: 1, theme: "" },
      { id: "n3", hat: "green", theme: "a" },
    ],
    synthesis: [{ id: "green", statements: [{ text: "", notes: ["n1"] }, { text: "So.", notes: ["n1"] }] }],
    outcome: [{ id: "o1", themes: ["a"], notes: [] }, { id: "o2", themes: [], notes: [] }],
  });
  const found = ways(known);
  assert.deepEqual(found.map(({ note }) => note.id), ["n1"]);
  assert.equal(found[0].theme.name, "A");
  assert.equal(found[0].statement.text, "So.");
  assert.deepEqual(found[0].outcomes.map(({ id }) => id), ["o1"]);
});
