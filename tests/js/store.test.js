// What a screen knows stays in step with what the server says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText, roundOn, Store, timeLeft } from "../../static/app/store.js";

const note = (id, more = {}) => ["note", id, { id, number: 1, ...more }];
const frame = (since, rev, rows, more = {}) => ({ epoch: "e", since, rev, at: Date.now(), rows, ...more });
const ids = (store) => store.all("note").map((row) => row.id);

test("the first frame brings everything", () => {
  const store = new Store();
  assert.equal(store.apply(frame(0, 3, [["workshop", "482913", { id: "482913" }], note("a")])), true);
  assert.equal(store.workshop.id, "482913");
  assert.deepEqual(ids(store), ["a"]);
});

test("a later frame changes rows, adds rows, and takes away what is gone", () => {
  const store = new Store();
  store.apply(frame(0, 1, [note("a"), note("b", { number: 2 })]));
  store.apply(frame(1, 2, [["note", "a", null], note("b", { number: 2, text: "new" }), note("c", { number: 3 })]));
  assert.deepEqual(ids(store), ["b", "c"]);
  assert.equal(store.row("note", "b").text, "new");
});

test("a frame that starts above what we know changes nothing and asks for what is missing", () => {
  const store = new Store();
  store.apply(frame(0, 1, [note("a")]));
  assert.equal(store.apply(frame(2, 3, [note("b")])), false);
  assert.deepEqual(ids(store), ["a"]);
  assert.equal(store.rev, 1);
});

test("a frame that was overtaken on its way changes nothing", () => {
  const store = new Store();
  store.apply(frame(0, 5, [note("a", { text: "new" })]));
  assert.equal(store.apply(frame(0, 4, [note("a", { text: "old" })])), true);
  assert.equal(store.row("note", "a").text, "new");
});

test("another epoch starts from nothing, and not from the middle", () => {
  const store = new Store();
  store.apply(frame(0, 9, [note("a")]));
  assert.equal(store.apply(frame(2, 3, [note("b")], { epoch: "other" })), false);
  assert.equal(store.apply(frame(0, 3, [note("b")], { epoch: "other" })), true);
  assert.deepEqual(ids(store), ["b"]);
});

test("a kind that this page does not know yet is passed over", () => {
  const store = new Store();
  assert.equal(store.apply(frame(0, 1, [["balloon", "x", { id: "x" }], note("a")])), true);
  assert.deepEqual(ids(store), ["a"]);
});

test("a tick tells whether something was missed", () => {
  const store = new Store();
  store.apply(frame(0, 4, []));
  assert.equal(store.tick({ epoch: "e", rev: 4, at: Date.now(), present: 26 }), true);
  assert.equal(store.present, 26);
  assert.equal(store.tick({ epoch: "e", rev: 5, at: Date.now(), present: 26 }), false);
  assert.equal(store.tick({ epoch: "other", rev: 4, at: Date.now(), present: 26 }), false);
});

test("the server's clock is believed, and one late message does not turn it back", () => {
  const store = new Store();
  store.heard(Date.now() + 60_000);
  store.heard(Date.now() + 55_000); // five seconds on its way
  assert.ok(Math.abs(store.now() - Date.now() - 60_000) < 50);
});

test("the round that is on is the workshop's", () => {
  const store = new Store();
  assert.equal(roundOn(store), undefined);
  const on = { id: "r2", position: 1 };
  store.apply(frame(0, 1, [["workshop", "1", { round: "r2" }], ["round", "r1", { id: "r1", position: 0 }], ["round", "r2", on]]));
  assert.equal(roundOn(store), on);
});

test("time left comes from the server's end time, stands while the clock stands, and is never negative", () => {
  assert.equal(timeLeft({ state: "open", ends_at: 5000 }, 2000), 3000);
  assert.equal(timeLeft({ state: "open", ends_at: 5000 }, 9000), 0);
  assert.equal(timeLeft({ state: "open", ends_at: 0, remaining: 7000 }, 9000), 7000);
  assert.equal(timeLeft({ state: "open", ends_at: 0, remaining: 0 }, 9000), null);
  assert.equal(timeLeft({ state: "closed", ends_at: 5000 }, 2000), null);
  assert.equal(timeLeft(undefined, 2000), null);
});

test("a clock shows the second that has begun", () => {
  assert.equal(clockText(222_000), "3:42");
  assert.equal(clockText(221_001), "3:42");
  assert.equal(clockText(0), "0:00");
  assert.equal(clockText(600_000), "10:00");
});
