// What a participant sees of their own notes, and where a note being written belongs.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Draft } from "../../static/app/phone/draft.js";
import { ownNotes, waitingNotes } from "../../static/app/phone/notes.js";
import { Returned } from "../../static/app/phone/returned.js";
import { canRead, hatsOf, situation } from "../../static/app/phone/situation.js";
import { Store } from "../../static/app/store.js";
import { fakeStorage } from "./storage.js";

const ROUNDS = [
  { id: "r0", hat: "blue", position: 0, state: "revealed" },
  { id: "r1", hat: "red", position: 1, state: "closed" },
  { id: "r2", hat: "black", position: 2, state: "open", ends_at: 0, remaining: 0 },
  { id: "r3", hat: "red", position: 3, state: "waiting" },
];

function storeWith({ on = "r2", rounds = ROUNDS, notes = [] } = {}) {
  const store = new Store();
  const rows = [
    ["workshop", "1", { round: on }],
    ...rounds.map((row) => ["round", row.id, row]),
    ...notes.map((row, n) => ["note", row.id, { marks: [], hidden: 0, number: n, ...row }]),
  ];
  store.apply({ epoch: "e", since: 0, rev: 1, at: Date.now(), rows });
  return store;
}

const outboxWith = ({ sent = [], waiting = [] } = {}) => ({ sent: () => sent, waiting: () => waiting });
const entry = (action, args) => ({ action, args });
const told = (notes) => notes.map(({ id, state, text }) => [id, state, text]);

let draft;
beforeEach(() => {
  fakeStorage();
  draft = new Draft("482913");
});

test("own notes come newest first, and others' notes are not among them", () => {
  const notes = [
    { id: "a", round: "r2", hat: "black", text: "first", mine: 1 },
    { id: "b", round: "r2", hat: "black", text: "of others" },
    { id: "c", round: "r2", hat: "black", text: "second", mine: 1 },
  ];
  const outbox = outboxWith({
    sent: [entry("post_note", { id: "d", round: "r2", text: "third" })],
    waiting: [entry("post_note", { id: "e", round: "r2", text: "fourth" })],
  });
  assert.deepEqual(told(ownNotes(storeWith({ notes }), outbox)), [
    ["e", "waiting", "fourth"],
    ["d", "kept", "third"],
    ["c", "kept", "second"],
    ["a", "kept", "first"],
  ]);
});

test("changes and withdrawals that wait look done", () => {
  const notes = [
    { id: "a", round: "r2", hat: "black", text: "old", mine: 1 },
    { id: "b", round: "r2", hat: "black", text: "regretted", mine: 1 },
  ];
  const waiting = [entry("edit_note", { id: "a", text: "new" }), entry("withdraw_note", { id: "b" })];
  assert.deepEqual(told(ownNotes(storeWith({ notes }), outboxWith({ waiting }))), [["a", "waiting", "new"]]);
});

test("a note is on the board once its round is revealed, and set aside when it is hidden", () => {
  const rounds = [{ ...ROUNDS[2], state: "revealed" }];
  const notes = [
    { id: "a", round: "r2", hat: "black", text: "seen", mine: 1 },
    { id: "b", round: "r2", hat: "black", text: "hidden", mine: 1, hidden: 1 },
  ];
  const store = storeWith({ rounds, notes });
  assert.deepEqual(ownNotes(store, outboxWith()).map((note) => note.state), ["hidden", "on_board"]);
});

test("only notes of the open round can be changed", () => {
  const notes = [
    { id: "a", round: "r1", hat: "red", text: "closed", mine: 1 },
    { id: "b", round: "r2", hat: "black", text: "open", mine: 1 },
  ];
  assert.deepEqual(ownNotes(storeWith({ notes }), outboxWith()).map((note) => note.changeable), [true, false]);
});

test("waiting notes are counted as notes, not as actions", () => {
  const waiting = [
    entry("post_note", { id: "a", text: "x" }),
    entry("edit_note", { id: "a", text: "y" }),
    entry("post_note", { id: "b", text: "z" }),
    entry("rename_me", { name: "Aino" }),
  ];
  assert.equal(waitingNotes(outboxWith({ waiting })), 2);
});

test("each moment of a workshop is told apart", () => {
  const moment = (on, state, hat = "black") =>
    situation(storeWith({ on, rounds: [{ id: "r2", hat, position: 0, state }] }), draft).moment;
  assert.equal(moment("", "waiting"), "lobby");
  assert.equal(moment("r2", "open"), "write");
  assert.equal(moment("r2", "open", "blue"), "blue");
  assert.equal(moment("r2", "closed"), "closed");
  assert.equal(moment("r2", "closed", "blue"), "closed");
  assert.equal(moment("r2", "revealed"), "revealed");
});

test("a note stays with the hat it was begun under, until its writer moves it", () => {
  draft.write("a", "r1", 1000);
  draft.write("a thought", "r2", 2000); // more letters, after the hat changed
  const now = situation(storeWith(), draft);
  assert.equal(now.target.id, "r1");
  assert.equal(now.strayed, true);
  assert.equal(draft.begun, 1000);
  draft.move("r2", 3000);
  assert.equal(situation(storeWith(), draft).strayed, false);
  assert.equal(draft.begun, 3000);
});

test("a note that was rubbed out begins anew", () => {
  draft.write("a", "r1", 1000);
  draft.write("", "r1", 1500);
  draft.write("b", "r2", 2000);
  assert.equal(situation(storeWith(), draft).target.id, "r2");
  assert.equal(draft.begun, 2000);
});

test("a note whose round was removed goes to the hat that is on", () => {
  draft.write("a", "removed", 1000);
  assert.equal(situation(storeWith(), draft).target.id, "r2");
});

test("a draft survives a reload with its round", () => {
  draft.write("half a thou", "r1", 1000);
  draft.mark(true);
  const reloaded = new Draft("482913");
  assert.equal(reloaded.text, "half a thou");
  assert.equal(reloaded.begunIn, "r1");
  assert.equal(reloaded.crazy, true);
  assert.equal(new Draft("555555").text, "");
});

test("what the server refused is kept over a reload until its writer lets it go", () => {
  const refused = [{ ...entry("post_note", { id: "a", text: "late" }), answer: { refused: "round_closed" } }];
  const outbox = { refused, forget: (one) => (outbox.refused = outbox.refused.filter((other) => other !== one)) };
  new Returned("482913").collect(outbox, () => "");
  assert.deepEqual(outbox.refused, []);
  const reloaded = new Returned("482913");
  assert.equal(reloaded.all()[0].text, "late");
  reloaded.drop(reloaded.all()[0]);
  assert.deepEqual(new Returned("482913").all(), []);
});

test("a note that never arrived needs no taking back, so nobody hears that it failed", () => {
  const refused = [{ ...entry("withdraw_note", { id: "a" }), answer: { refused: "not_found" } }];
  const outbox = { refused, forget: () => {} };
  assert.deepEqual(new Returned("482913").collect(outbox, () => ""), []);
});

test("hats are told once each without blue, and can be read once one of their rounds is on the board", () => {
  const store = storeWith({ rounds: ROUNDS.map((row) => (row.id === "r1" ? { ...row, state: "revealed" } : row)) });
  assert.deepEqual(hatsOf(store), ["red", "black"]);
  assert.equal(canRead(store, "red"), true);
  assert.equal(canRead(store, "black"), false);
});
