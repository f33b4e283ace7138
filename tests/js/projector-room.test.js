// What the projector shows of what the room does: stacks, votes, the check of a synthesis, outcomes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { notesIn, piles } from "../../static/app/projector/piles.js";
import { ranked, shareIn, top, wholeOf } from "../../static/app/projector/ranking.js";
import { restsOn } from "../../static/app/projector/rests.js";
import { agreementOn, askedAbout, lookedAt, ofPresent, openRemarks, remarksOf, stageOf, votedOn } from "../../static/app/projector/stage.js";
import { Store } from "../../static/app/store.js";

function storeOf(rows) {
  const store = new Store();
  store.apply({ epoch: "e", since: 0, rev: 1, at: 0, rows: rows.map(([kind, row]) => [kind, row.id, row]) });
  return store;
}

const hats = ["white", "red", "black"];
const sequence = hats.map((hat, position) => ["round", { id: `r-${hat}`, hat, position }]);
const roomAt = (hat, ...rows) => storeOf([["workshop", { id: "1", scene: "synthesis", round: `r-${hat}` }], ...sequence, ...rows]);
const board = (hat, voting) => ["board", { id: hat, hat, voting }];
const note = (id, stack = "", votes = 0) => ({ id, text: `text of ${id}`, stack, votes });

test("notes of one stack are one card with the first one's words, and stay counted", () => {
  const cards = piles([note("a"), note("b", "c"), note("c", "c"), note("d", "c"), note("e")]);
  assert.deepEqual(cards.map(({ text, count }) => [text, count]), [["text of a", 1], ["text of c", 3], ["text of e", 1]]);
  assert.equal(notesIn(cards), 5);
});

test("a stack goes on where its first note is out of sight, or was never laid on itself", () => {
  assert.deepEqual(piles([note("b", "gone"), note("c", "gone")]).map(({ id, count }) => [id, count]), [["b", 2]]);
  assert.deepEqual(piles([note("a"), note("b", "a")]).map(({ id, count }) => [id, count]), [["a", 2]]);
});

test("a stack has the votes of all its notes", () => {
  assert.deepEqual(piles([note("a", "a", 2), note("b", "a", 3)]).map(({ votes }) => votes), [5]);
});

const rows = (...votes) => votes.map((n, id) => ({ id, votes: n }));
const places = (...votes) => ranked(rows(...votes)).map(({ id, rank }) => [id, rank]);

test("as many votes are the same place, in the order that they had before", () => {
  assert.deepEqual(places(1, 4, 2, 4), [[1, 1], [3, 1], [2, 3], [0, 4]]);
  assert.deepEqual(places(0, 0), [[0, 1], [1, 1]]);
});

test("ranking leaves what it ranks as it was", () => {
  const given = rows(1, 2);
  ranked(given);
  assert.deepEqual(given, rows(1, 2));
});

test("the first places never split those with as many votes", () => {
  const ids = (most, ...votes) => top(ranked(rows(...votes)), most).map(({ id }) => id);
  assert.deepEqual(ids(2, 5, 3, 3), [0]);
  assert.deepEqual(ids(3, 5, 3, 3), [0, 1, 2]);
  assert.deepEqual(ids(2, 1, 1, 1), [0, 1], "where all are alike, some must do");
});

test("a share is of the voters where each had one vote for each, else of the votes", () => {
  assert.deepEqual(wholeOf(rows(9, 3), { several: 0, voters: 12 }), { of: "voters", n: 12 });
  assert.deepEqual(wholeOf(rows(9, 3), { several: 1, voters: 12 }), { of: "votes", n: 12 });
});

test("where nobody can say any more how many voted, a share is of the votes", () => {
  assert.deepEqual(wholeOf(rows(9, 3), { several: 0, voters: 0 }), { of: "votes", n: 12 });
});

test("a share in words says when it is not quite that", () => {
  const said = (n, of) => Object.values(shareIn(n, of)).join(" ");
  assert.equal(said(6, 12), "half false");
  assert.equal(said(7, 15), "half true");
  assert.equal(said(10, 15), "two_thirds false");
  assert.equal(said(1, 20), "few false");
  assert.equal(said(20, 20), "all false");
  assert.equal(said(39, 40), "nearly_all false");
  assert.equal(said(0, 20), "none false");
  assert.equal(said(0, 0), "none false");
});

test("no share says all, or nothing, that is not so", () => {
  for (let of = 1; of <= 60; of++) {
    for (let n = 1; n < of; n++) assert.ok(!["all", "none"].includes(shareIn(n, of).word), `${n} of ${of}`);
  }
});

test("a board shows the ballot, then the result, and many hands before", () => {
  assert.equal(stageOf(undefined), "wall");
  assert.equal(stageOf({ hands: "desk", voting: "" }), "wall");
  assert.equal(stageOf({ hands: "own", voting: "" }), "filing");
  assert.equal(stageOf({ hands: "all", voting: "open" }), "ballot");
  assert.equal(stageOf({ hands: "all", voting: "closed" }), "result");
});

test("the board that is voted on is shown, that of the round that is on before others", () => {
  assert.deepEqual(votedOn(roomAt("white")), []);
  assert.deepEqual(votedOn(roomAt("white", board("black", "open"), board("red", "open"), board("white", "closed"))), ["red", "black"]);
  assert.deepEqual(votedOn(roomAt("black", board("black", "open"), board("red", "open"))), ["black", "red"]);
});

const synthesis = (hat, more) => ["synthesis", { id: hat, hat, text: "We lack time.", status: "edited", checking: 0, answered: 0, ...more }];

test("the room is asked about a synthesis only while it is being checked", () => {
  assert.deepEqual(askedAbout(roomAt("white", synthesis("red", { checking: 1 }), synthesis("black"))), ["red"]);
  assert.deepEqual(askedAbout(roomAt("white", synthesis("red", { checking: 1, text: "" }))), []);
});

test("a synthesis stays large when its check has ended, until another is asked about or it is gone", () => {
  assert.equal(lookedAt(roomAt("white", synthesis("red", { checking: 1 })), ""), "red");
  assert.equal(lookedAt(roomAt("white", synthesis("red")), "red"), "red");
  assert.equal(lookedAt(roomAt("white", synthesis("red"), synthesis("black", { checking: 1 })), "red"), "black");
  assert.equal(lookedAt(roomAt("white", synthesis("red", { text: "" })), "red"), "");
  assert.equal(lookedAt(storeOf([["workshop", { id: "1", scene: "themes" }], synthesis("red", { checking: 1 })]), "red"), "");
});

test("how many agree is said of the text that they were asked about, and of nothing else", () => {
  const checked = { status: "checked", checking: 0, answered: 20, agreeing: 17 };
  assert.deepEqual(agreementOn(checked), { agreeing: 17, answered: 20 });
  assert.equal(agreementOn({ ...checked, status: "edited" }), null);
  assert.equal(agreementOn({ status: "draft", checking: 1, answered: 3 }), null);
  assert.equal(agreementOn({ ...checked, answered: 0, agreeing: 0 }), null);
  assert.equal(agreementOn(undefined), null);
});

test("what is missing stays in sight while it is open or kept, the open first", () => {
  const remark = (id, state, hat = "red") => ["agreement", { id, hat, state, agrees: 0, remark: id }];
  const store = roomAt("red", remark("k", "kept"), remark("o", "open"), remark("a", "answered"), remark("x", "open", "white"));
  assert.deepEqual(remarksOf(store, "red").map(({ id }) => id), ["o", "k"]);
  assert.equal(openRemarks(store, "red"), 1);
});

test("who has left has voted all the same", () => {
  assert.deepEqual(ofPresent(12, 20), { n: 12, of: 20 });
  assert.deepEqual(ofPresent(12, 9), { n: 12, of: 12 });
});

test("an outcome names its themes, and quotes two short notes that may be seen", () => {
  const seen = (id, text, hidden = 0) => ["note", { id, text, hidden }];
  const store = roomAt(
    "red",
    ["theme", { id: "t1", hat: "red", name: "Haste" }],
    seen("n0", "away from every screen", 1), seen("n1", "x".repeat(200)), seen("n2", "no time"), seen("n3", "no time"), seen("n4", "noise"), seen("n5", "fear"),
  );
  const rests = restsOn(store, { themes: ["t1", "dissolved"], notes: ["n0", "n1", "unseen", "n2", "n3", "n4", "n5"] });
  assert.deepEqual(rests.themes.map(({ name }) => name), ["Haste"]);
  assert.deepEqual(rests.quotes, ["no time", "noise"]);
  assert.deepEqual(restsOn(store, {}), { themes: [], quotes: [] });
});
