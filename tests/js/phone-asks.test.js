// What the facilitator asks of a phone: votes, filing, the check. And what came of one's notes.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { ownAnswer, remarks } from "../../static/app/phone/answers.js";
import { asks } from "../../static/app/phone/asks.js";
import { current, fileable, queue } from "../../static/app/phone/filing.js";
import { shuffled } from "../../static/app/phone/order.js";
import { holding } from "../../static/app/phone/holding.js";
import { concluding, receipt, restsOn } from "../../static/app/phone/receipt.js";
import { Remark } from "../../static/app/phone/remark.js";
import { Returned } from "../../static/app/phone/returned.js";
import { Sorting } from "../../static/app/phone/sorting.js";
import { stacks } from "../../static/app/phone/stacks.js";
import { ballot, oneMore, ownVotes, results, votesLeft } from "../../static/app/phone/votes.js";
import { Store } from "../../static/app/store.js";
import { fakeStorage } from "./storage.js";

const BOARD = { hat: "white", lens: "", hands: "desk", voting: "", voted_on: "themes", budget: 3, several: 0 };
const THEMES = ["t1", "t2", "t3"].map((id, position) => ({ id, hat: "white", name: id, position, votes: 0 }));

function storeWith({ board = {}, themes = THEMES, notes = [], synthesis, state = "revealed", ...others } = {}) {
  const store = new Store();
  const note = (row, number) => ({ hat: "white", round: "r1", theme: "", stack: "", votes: 0, marks: [], hidden: 0, text: row.id, number, ...row });
  const rows = [
    ["workshop", "1", { round: "r1", scene: "themes" }],
    ["round", "r1", { id: "r1", hat: "white", position: 0, state }],
    ["round", "r2", { id: "r2", hat: "white", position: 1, state: "closed" }],
    ["board", "white", { ...BOARD, ...board }],
    ...themes.map((row) => ["theme", row.id, row]),
    ...notes.map((row, n) => ["note", row.id, note(row, n)]),
    ...(synthesis ? [["synthesis", "white", { hat: "white", statements: [], checking: 0, ...synthesis }]] : []),
    ...Object.entries(others).flatMap(([kind, list]) => list.map((row) => [kind, row.id, row])),
  ];
  store.apply({ epoch: "e", since: 0, rev: 1, at: Date.now(), rows });
  return store;
}

const entry = (action, args) => ({ action, args });
const outboxWith = ({ sent = [], waiting = [] } = {}) => ({ sent: () => sent, waiting: () => waiting });
const ids = (rows) => rows.map(({ id }) => id);
const asked = (store, { sorting = new Sorting("1"), outbox = outboxWith() } = {}) =>
  asks({ live: { store, outbox }, person: "aino", sorting }, store.row("round", "r1")).map(({ kind, done }) => [kind, done]);

beforeEach(() => {
  fakeStorage();
});

test("everybody meets the ballot in an order of their own that does not change", () => {
  const many = Array.from({ length: 8 }, (_, n) => ({ id: `theme-${n}` }));
  assert.deepEqual(shuffled(many, "aino"), shuffled([...many].reverse(), "aino"));
  assert.notDeepEqual(shuffled(many, "aino"), shuffled(many, "eino"));
  const firsts = new Map();
  for (let n = 0; n < 800; n++) {
    const first = shuffled(many, `person-${n}`)[0].id;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  // Every theme is first on about a hundred of 800 phones.
  for (const { id } of many) assert.ok(firsts.get(id) > 60 && firsts.get(id) < 140, `${id}: ${firsts.get(id)}`);
});

test("a theme that comes later takes its own place and moves no other", () => {
  const before = shuffled(THEMES, "aino");
  const after = shuffled([...THEMES, { id: "t4" }], "aino");
  assert.deepEqual(ids(after.filter(({ id }) => id !== "t4")), ids(before));
});

test("the ballot has themes with the number of their visible notes", () => {
  const notes = [{ id: "a", theme: "t1" }, { id: "b", theme: "t1", hidden: 1 }, { id: "c", theme: "t1", round: "r2", mine: 1 }];
  const [theme] = ballot(storeWith({ notes }), BOARD, "aino").filter(({ id }) => id === "t1");
  assert.equal(theme.notes, 1);
});

test("single notes can be voted on once all see them, not one's own of a round that is still hidden", () => {
  const notes = [{ id: "a" }, { id: "b", round: "r2", mine: 1 }, { id: "c", hidden: 1, mine: 1 }];
  assert.deepEqual(ids(ballot(storeWith({ notes }), { ...BOARD, voted_on: "notes" }, "aino")), ["a"]);
});

test("votes on their way count as given, and one taken back is there again", () => {
  const store = storeWith({ vote: [{ id: "v1", hat: "white", target: "t1", votes: 1 }] });
  const outbox = outboxWith({
    sent: [entry("set_votes", { target: "t2", votes: 1 })],
    waiting: [entry("set_votes", { target: "t1", votes: 0 }), entry("set_votes", { target: "elsewhere", votes: 1 })],
  });
  const given = ownVotes(store, outbox, "white");
  assert.equal(given.get("t1"), 0);
  assert.equal(given.get("t2"), 1);
  assert.equal(votesLeft(BOARD, given), 2);
  assert.equal(votesLeft(BOARD, ownVotes(store, outboxWith(), "white")), 2);
});

test("a vote that the server has said yes to stays given until its own row comes", async () => {
  const outbox = outboxWith();
  const answers = [{ ok: true }, { refused: "voting_closed" }];
  const live = holding({ outbox, act: async () => answers.shift() }, () => {});
  await live.act("set_votes", { target: "t1", votes: 1 });
  await live.act("set_votes", { target: "t2", votes: 1 });
  assert.deepEqual([...ownVotes(storeWith(), outbox, "white")], [["t1", 1]]);
});

test("one vote each unless several are allowed, and never more than the budget", () => {
  const given = new Map([["t1", 1], ["t2", 1]]);
  assert.equal(oneMore(BOARD, given, "t1"), null);
  assert.equal(oneMore(BOARD, given, "t3"), 1);
  assert.equal(oneMore({ ...BOARD, several: 1 }, given, "t1"), 2);
  assert.equal(oneMore({ ...BOARD, several: 1, budget: 2 }, given, "t1"), null);
});

test("results come by votes, and as on the board where votes are even", () => {
  const themes = THEMES.map((theme, n) => ({ ...theme, votes: [1, 4, 1][n] }));
  assert.deepEqual(ids(results(storeWith({ themes }), BOARD)), ["t2", "t1", "t3"]);
});

test("one's own notes without a theme come first to last, and everybody's where all hands are asked", () => {
  const notes = [{ id: "a", mine: 1 }, { id: "b" }, { id: "c", mine: 1, theme: "t1" }, { id: "d", mine: 1, theme: "dissolved" }];
  const store = storeWith({ notes });
  const own = fileable(store, outboxWith(), { ...BOARD, hands: "own" }, "aino");
  assert.deepEqual(ids(own), ["a", "c", "d"]);
  assert.deepEqual(ids(queue(own, {})), ["a", "d"]);
  const all = fileable(store, outboxWith(), { ...BOARD, hands: "all" }, "aino");
  assert.deepEqual(ids(queue(all, {})).sort(), ["a", "b", "d"]);
});

test("a note filed on this phone is filed before the server has said so", () => {
  const store = storeWith({ notes: [{ id: "a", mine: 1 }, { id: "b", mine: 1, theme: "t1" }] });
  const waiting = [entry("file_notes", { notes: ["a"], theme: "t2" }), entry("file_notes", { notes: ["b"], theme: "" })];
  const notes = fileable(store, outboxWith({ waiting }), { ...BOARD, hands: "own" }, "aino");
  assert.deepEqual(notes.map(({ theme }) => theme), ["t2", ""]);
});

test("a note that fits nowhere comes once more after the others, and is then left", () => {
  const notes = ["a", "b"].map((id) => ({ id, hat: "white", theme: "" }));
  const sorting = new Sorting("1");
  sorting.skip(notes[0]);
  assert.deepEqual(ids(queue(notes, sorting.skips)), ["b", "a"]);
  sorting.skip(notes[0]);
  assert.deepEqual(ids(queue(notes, new Sorting("1").skips)), ["b"]);
  assert.equal(sorting.undo("white").skip, true);
  assert.deepEqual(ids(queue(notes, sorting.skips)), ["b", "a"]);
  assert.equal(current(notes, sorting.skips, sorting.held.white).id, "a");
});

test("the note on the card stays there while somebody else files it", () => {
  const notes = [{ id: "a", theme: "t1" }, { id: "b", theme: "" }];
  assert.equal(current(notes, {}, "a").id, "a");
  assert.equal(current(notes, {}, "gone").id, "b");
  assert.equal(current([notes[0]], {}, ""), undefined);
});

test("the last tap can be undone over a reload, with the theme it took the note from", () => {
  new Sorting("1").filed({ id: "a", hat: "white", theme: "t1" });
  const reloaded = new Sorting("1");
  assert.deepEqual(reloaded.undo("white"), { note: "a", from: "t1" });
  assert.deepEqual(reloaded.taps, []);
});

test("a check is asked before a vote, and a vote before filing", () => {
  const board = { voting: "open", hands: "own" };
  const store = storeWith({ board, notes: [{ id: "a", mine: 1 }], synthesis: { text: "so", checking: 1 } });
  assert.deepEqual(asked(store), [["check", false], ["vote", false], ["file", false]]);
});

test("whoever has answered and filed everything is asked for no more", () => {
  const store = storeWith({ board: { hands: "own" }, notes: [{ id: "a", mine: 1 }], synthesis: { text: "so", checking: 1 } });
  const waiting = [entry("agree", { hat: "white", agrees: 1, remark: "" }), entry("file_notes", { notes: ["a"], theme: "t1" })];
  assert.deepEqual(asked(store, { outbox: outboxWith({ waiting }) }), [["check", true], ["file", true]]);
});

test("nobody is asked to file without themes, or without a note of theirs", () => {
  assert.deepEqual(asked(storeWith({ board: { hands: "own" }, notes: [{ id: "a", mine: 1 }], themes: [] })), []);
  assert.deepEqual(asked(storeWith({ board: { hands: "own" }, notes: [{ id: "a" }] })), []);
});

test("one's answer to the check can be changed, and is gone when the text has changed", () => {
  const agreement = [{ id: "g1", hat: "white", agrees: 0, remark: "time", state: "open", mine: 1 }];
  assert.equal(ownAnswer(storeWith({ agreement }), outboxWith(), "white").remark, "time");
  const sent = [entry("agree", { hat: "white", agrees: 1, remark: "" })];
  assert.equal(ownAnswer(storeWith({ agreement }), outboxWith({ sent }), "white").agrees, 1);
  assert.equal(ownAnswer(storeWith(), outboxWith(), "white"), undefined);
});

test("a text that changed after the answer is told apart, and a remark being written survives a reload", () => {
  const remark = new Remark("1");
  assert.equal(remark.overtaken("white", "first"), false);
  remark.answer("white", "first");
  remark.write("green", "half a");
  const reloaded = new Remark("1");
  assert.equal(reloaded.overtaken("white", "first"), false);
  assert.equal(reloaded.overtaken("white", "second"), true);
  assert.equal(reloaded.draft("green"), "half a");
  reloaded.answer("green", "any");
  assert.equal(new Remark("1").draft("green"), undefined);
});

test("a remark whose check ended while it was being written comes back to its writer", () => {
  const remark = new Remark("1");
  remark.write("white", "half a thought");
  remark.write("green", "");
  remark.write("red", "still asked");
  assert.deepEqual(remark.overdue(["red"]), [["white", "half a thought"]]);
  assert.deepEqual(new Remark("1").overdue(["red"]), []);
  const returned = new Returned("1");
  returned.keep("white", "half a thought");
  returned.keep("white", "another");
  assert.deepEqual(new Returned("1").all().map(({ id, text }) => [id, text]), [["white", "another"]]);
});

test("what is missing is read while it is open or kept, one's own first", () => {
  const row = (id, state, mine) => ({ id, hat: "white", agrees: 0, remark: id, state, mine });
  const agreement = [row("a", "open"), row("b", "answered"), row("c", "hidden"), row("d", "kept", 1), { ...row("e", "open"), remark: "" }];
  assert.deepEqual(ids(remarks(storeWith({ agreement }), "white")), ["d", "a"]);
});

test("a note is followed to its theme, its statement, and what was decided on their ground", () => {
  const notes = [{ id: "a", mine: 1 }, { id: "b", theme: "t1", mine: 1 }, { id: "c", theme: "t2", mine: 1 }];
  const synthesis = { text: "x", statements: [{ text: "so it is", notes: ["c"] }, { text: "", notes: ["a"] }] };
  const outcome = [
    { id: "o1", kind: "decision", text: "d", themes: ["t2"], notes: [], position: 0 },
    { id: "o2", kind: "action", text: "e", themes: [], notes: ["c", "unseen"], position: 1 },
  ];
  const store = storeWith({ notes, synthesis, outcome });
  const lines = receipt(store, store.all("note"));
  assert.deepEqual(lines.map(({ note, theme, statement, outcomes }) => [note.id, theme?.id, statement?.text, ids(outcomes)]), [
    ["c", "t2", "so it is", ["o1", "o2"]],
    ["b", "t1", undefined, []],
    ["a", undefined, undefined, []],
  ]);
  assert.deepEqual(ids(restsOn(store, outcome[1]).notes), ["c"]);
});

test("conclusions are shown when the facilitator shows them, or when they are there and nobody will write any more", () => {
  const outcome = [{ id: "o1", kind: "decision", text: "d", themes: [], notes: [], position: 0 }];
  const now = { moment: "revealed", last: true, workshop: { scene: "round" } };
  assert.equal(concluding(storeWith({ outcome }), now), true);
  assert.equal(concluding(storeWith({ outcome }), { ...now, last: false }), false);
  assert.equal(concluding(storeWith({ outcome }), { ...now, moment: "write" }), false);
  assert.equal(concluding(storeWith(), now), false);
  assert.equal(concluding(storeWith(), { ...now, last: false, workshop: { scene: "outcomes" } }), true);
});

test("near-copies lie on one stack with its first note on top, and none is lost", () => {
  const notes = [{ id: "b", stack: "a" }, { id: "x", stack: "" }, { id: "a", stack: "" }, { id: "c", stack: "gone" }, { id: "d", stack: "gone" }];
  assert.deepEqual(stacks(notes).map(ids), [["a", "b"], ["x"], ["c", "d"]]);
});
