// The board as columns, steps from note to note, and what is ticked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, heir, inOrder, placeOf, stepFrom } from "../../static/app/desk/columns.js";
import { chosen, tickRange, toggle } from "../../static/app/desk/ticks.js";

const note = (number, theme = "", hat = "white") => ({ id: `n${number}`, number, theme, hat });
function store(notes, themes = [], rev = 1) {
  const rows = { note: notes, theme: themes };
  return { rev, epoch: "e", all: (kind) => rows[kind] };
}
const ids = (board) => board.map(({ id, notes }) => [id, notes.map((one) => one.id)]);
const THEMES = [{ id: "t1", hat: "white" }, { id: "t2", hat: "white" }, { id: "other", hat: "red" }];

test("notes without a theme come first, then every theme of this hat", () => {
  const board = columns(store([note(1), note(2, "t1"), note(3, "", "red")], THEMES), "white");
  assert.deepEqual(ids(board), [["", ["n1"]], ["t1", ["n2"]], ["t2", []]]);
});

test("a note under a theme that is gone stands without one", () => {
  assert.deepEqual(ids(columns(store([note(1, "gone")]), "white")), [["", ["n1"]]]);
});

test("a new note stands last and moves no other", () => {
  const before = inOrder(columns(store([note(1), note(2)]), "white"));
  const after = inOrder(columns(store([note(1), note(2), note(3)]), "white"));
  assert.deepEqual(after, [...before, "n3"]);
});

test("the board is arranged anew with a new revision only", () => {
  const known = store([note(1)]);
  const first = columns(known, "white");
  assert.equal(columns(known, "white"), first);
  known.rev = 2;
  assert.notEqual(columns(known, "white"), first);
});

const BOARD = columns(store([note(1), note(2), note(3, "t2"), note(4, "t2")], THEMES), "white");

test("arrows go from note to note, and over empty columns", () => {
  assert.equal(stepFrom(BOARD, "n1", 0, 1), "n2");
  assert.equal(stepFrom(BOARD, "n2", 0, 1), "n2");
  assert.equal(stepFrom(BOARD, "n2", 1, 0), "n4");
  assert.equal(stepFrom(BOARD, "n3", -1, 0), "n1");
  assert.equal(stepFrom(BOARD, "n4", 1, 0), "n4");
  assert.equal(stepFrom(BOARD, "nowhere", 1, 0), "");
  assert.deepEqual(placeOf(BOARD, "n4"), [2, 1]);
});

test("when notes leave, the focus goes to the next one that stays", () => {
  assert.equal(heir(BOARD, "n1", new Set(["n1"])), "n2");
  assert.equal(heir(BOARD, "n2", new Set(["n2"])), "n1");
  assert.equal(heir(BOARD, "n1", new Set(["n1", "n2"])), "");
});

test("a click ticks a note, and another takes the tick away", () => {
  const ticked = new Set();
  toggle(ticked, "n1");
  toggle(ticked, "n2");
  toggle(ticked, "n1");
  assert.deepEqual([...ticked], ["n2"]);
});

test("a range is ticked in either direction and keeps what was ticked", () => {
  const order = ["a", "b", "c", "d"];
  assert.deepEqual([...tickRange(new Set(["a"]), order, "d", "c")].sort(), ["a", "c", "d"]);
  assert.deepEqual([...tickRange(new Set(), order, "gone", "b")], ["b"]);
});

test("an action is about the ticked notes, else about the one in hand", () => {
  const order = ["a", "b", "c"];
  assert.deepEqual(chosen(new Set(["c", "a"]), order, "b"), ["a", "c"]);
  assert.deepEqual(chosen(new Set(), order, "b"), ["b"]);
  assert.deepEqual(chosen(new Set(["gone"]), order, ""), []);
});
