// Votes, stars, remarks, decisions and actions: what the desk suggests, remembers, and brings back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blank, names, restingOn, said, themesByHat } from "../../static/app/desk/concluded.js";
import { remarksOn } from "../../static/app/desk/remarks.js";
import { countable, suggestedBudget, termsOf } from "../../static/app/desk/terms.js";
import { Past } from "../../static/app/desk/undo.js";
import { Unfinished } from "../../static/app/desk/unfinished.js";

const DECISION = { id: "o1", kind: "decision", text: "Yes.", owner: "Aino", due: "", themes: ["t1"], notes: ["n1"] };

// A workshop that follows the server's rules as far as they matter here.
function aWorkshop() {
  const rows = {
    round: [{ id: "r2", hat: "red" }, { id: "r1", hat: "white" }],
    theme: [{ id: "t1", hat: "white", name: "Time" }, { id: "t2", hat: "red", name: "Joy" }],
    note: [
      { id: "n1", hat: "white", theme: "t1", hidden: 0 },
      { id: "n2", hat: "white", theme: "", hidden: 0 },
      { id: "n3", hat: "red", theme: "gone", hidden: 1 },
    ],
    participant: [{ id: "p1", name: "Eino" }, { id: "p2", name: "" }, { id: "p3", name: "Aino" }],
    agreement: [
      { id: "a1", hat: "white", remark: "And we listen.", state: "open" },
      { id: "a2", hat: "white", remark: "Who pays?", state: "kept" },
      { id: "a3", hat: "white", remark: "", state: "" },
      { id: "a4", hat: "red", remark: "Not me.", state: "open" },
    ],
    star: [{ id: "t2" }, { id: "n2" }],
    outcome: [{ ...DECISION, position: 0 }],
  };
  const store = { all: (kind) => rows[kind], row: (kind, id) => rows[kind].find((one) => one.id === id) };
  const put = (kind, id, news) => {
    rows[kind] = store.row(kind, id)
      ? rows[kind].map((one) => (one.id === id ? { ...one, ...news } : one))
      : [...rows[kind], { id, position: 0, ...news }];
  };
  const act = {
    set_star: ({ id, star }) => (rows.star = [...rows.star.filter((one) => one.id !== id), ...(star ? [{ id }] : [])]),
    settle_remark: ({ id, state }) => put("agreement", id, { state }),
    put_outcome: (outcome) => put("outcome", outcome.id, outcome),
    remove_outcome: ({ id }) => (rows.outcome = rows.outcome.filter((one) => one.id !== id)),
  };
  return { store, rows, act: ([action, args]) => act[action](args) };
}

const STEPS = {
  "a star for a theme": [["set_star", { kind: "theme", id: "t1", star: 1 }]],
  "stars taken from notes": [["set_star", { kind: "note", id: "n2", star: 0 }]],
  "answering a remark": [["settle_remark", { id: "a1", state: "answered" }]],
  "opening a remark again": [["settle_remark", { id: "a2", state: "open" }]],
  "writing down an action": [["put_outcome", { ...blank("o2"), kind: "action", text: "Ask." }]],
  "changing a decision": [["put_outcome", { ...DECISION, text: "No.", themes: [] }]],
  "removing a decision": [["remove_outcome", { id: "o1" }]],
};

for (const [what, actions] of Object.entries(STEPS)) {
  test(`${what} is undone`, () => {
    const { store, rows, act } = aWorkshop();
    const before = structuredClone(rows);
    const past = new Past();
    past.remember(store, what, actions);
    actions.forEach(act);
    assert.notDeepEqual(rows, before);
    past.take().actions.forEach(act);
    assert.deepEqual(rows, before);
  });
}

test("a third of the themes, and a vote for every six notes within bounds", () => {
  const suggested = (voted_on, ...counts) => counts.map((n) => suggestedBudget(voted_on, n));
  assert.deepEqual(suggested("themes", 1, 2, 4, 5, 9, 20), [1, 1, 1, 2, 3, 7]);
  assert.deepEqual(suggested("notes", 2, 18, 30, 42, 500), [3, 3, 5, 7, 10]);
});

test("hidden notes are not voted on", () => {
  const note = (hidden) => ({ hidden });
  const board = [{ notes: [note(0), note(1)] }, { notes: [note(0)] }, { notes: [] }];
  assert.deepEqual(countable(board), { themes: 2, notes: 2 });
});

test("a vote goes on under its own terms alone", () => {
  const terms = { hat: "white", voted_on: "notes", budget: 4, several: 1 };
  assert.deepEqual(termsOf({ ...terms, id: "white", voting: "closed", voters: 2, lens: "" }), terms);
});

test("remarks of a hat that wait for an answer are told from those that have one", () => {
  const { open, settled } = remarksOn(aWorkshop().store, "white");
  assert.deepEqual([open, settled].map((list) => list.map(({ id }) => id)), [["a1"], ["a2"]]);
});

test("a decision made of notes rests on them and on their themes, each once", () => {
  const { store } = aWorkshop();
  const more = restingOn(store, DECISION, ["n1", "n2", "n3"]);
  assert.deepEqual([more.themes, more.notes], [["t1"], ["n1", "n2", "n3"]]);
});

test("what a decision rested on and is gone or hidden is not said again", () => {
  const { store } = aWorkshop();
  const outcome = { ...DECISION, position: 3, themes: ["t1", "gone"], notes: ["n3", "n1", "gone"] };
  assert.deepEqual(said(store, outcome), DECISION);
});

test("everybody with a name is suggested once, by name", () => {
  assert.deepEqual(names(aWorkshop().store), ["Aino", "Eino"]);
});

test("themes stand under their hats, in the order of the rounds", () => {
  const { store, rows } = aWorkshop();
  rows.theme.push({ id: "t3", hat: "green", name: "Beyond the rounds" });
  const found = themesByHat(store).map(([hat, themes]) => [hat, themes.map(({ id }) => id)]);
  assert.deepEqual(found, [["red", ["t2"]], ["white", ["t1"]], ["green", ["t3"]]]);
});

function session() {
  const kept = new Map();
  globalThis.sessionStorage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
}

test("what is being written outlives a reload until it is saved or let go", () => {
  session();
  const { store } = aWorkshop();
  const draft = { ...blank("o2"), text: "Ask t" };
  new Unfinished("482913").keep(draft);
  const again = new Unfinished("482913");
  assert.deepEqual(again.get("o2"), draft);
  assert.equal(again.begun(store), "o2");
  assert.equal(new Unfinished("111111").has("o2"), false);
  again.drop("o2");
  assert.equal(new Unfinished("482913").begun(store), undefined);
});

test("a change to a decision that is there is no new one that was begun", () => {
  session();
  const unfinished = new Unfinished("482913");
  unfinished.keep({ ...DECISION, text: "Yes, but" });
  assert.equal(unfinished.begun(aWorkshop().store), undefined);
  assert.equal(unfinished.has("o1"), true);
});

test("a browser that keeps nothing still keeps it until the page closes", () => {
  const no = () => { throw new Error("private window"); };
  globalThis.sessionStorage = { getItem: no, setItem: no };
  const unfinished = new Unfinished("482913");
  unfinished.keep(DECISION);
  assert.equal(unfinished.get("o1"), DECISION);
});
