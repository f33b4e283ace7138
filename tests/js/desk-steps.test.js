// The next right thing in the method, and the order of the rounds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { before, moved, nextStep, stillHidden } from "../../static/app/desk/steps.js";

const round = (position, hat, state = "waiting", more = {}) => ({
  id: `round-${position}`, position, hat, state, at_once: 0, notes: 0, ...more,
});
const step = (rounds, on, scene = "round") => {
  const { does, round } = nextStep(rounds, on, scene);
  return [does, round?.id];
};

test("a workshop begins with its first round", () => {
  const rounds = [round(0, "blue"), round(1, "white")];
  assert.deepEqual(step(rounds, undefined), ["first", "round-0"]);
});

test("a hat is closed, its notes are revealed, and the next one comes on", () => {
  const red = round(2, "red");
  const white = (state) => round(1, "white", state, { notes: 3 });
  assert.deepEqual(step([white("open"), red], white("open")), ["close", "round-1"]);
  assert.deepEqual(step([white("closed"), red], white("closed")), ["reveal", "round-1"]);
  assert.deepEqual(step([white("revealed"), red], white("revealed")), ["next", "round-2"]);
});

test("there is nothing to reveal without notes, or where everybody saw them come", () => {
  const red = round(2, "red");
  const empty = round(1, "white", "closed");
  const seen = round(1, "white", "closed", { notes: 3, at_once: 1 });
  assert.deepEqual(step([empty, red], empty), ["next", "round-2"]);
  assert.deepEqual(step([seen, red], seen), ["next", "round-2"]);
});

test("the blue hat has no notes to close for", () => {
  const blue = round(0, "blue", "open");
  assert.deepEqual(step([blue, round(1, "white")], blue), ["next", "round-1"]);
});

test("a round that was jumped over is offered at the end", () => {
  const green = round(2, "green", "revealed");
  assert.deepEqual(step([round(1, "white"), green], green), ["next", "round-1"]);
});

test("when all rounds are done come the synthesis, the decisions and then the deck", () => {
  const blue = round(0, "blue", "open");
  assert.deepEqual(step([blue], blue, "round"), ["synthesis", undefined]);
  assert.deepEqual(step([blue], blue, "synthesis"), ["outcomes", undefined]);
  assert.deepEqual(step([blue], blue, "outcomes"), ["export", undefined]);
});

test("a round that is revealed hides nothing, and neither does one that waits", () => {
  const states = ["waiting", "open", "closed", "revealed"];
  const hidden = states.filter((state) => stillHidden(round(1, "black", state, { notes: 1 })));
  assert.deepEqual(hidden, ["open", "closed"]);
});

test("the way back is the round before, and the first has none", () => {
  const rounds = [round(0, "blue"), round(1, "white"), round(2, "red")];
  assert.equal(before(rounds, rounds[2]).id, "round-1");
  assert.equal(before(rounds, rounds[0]), undefined);
  assert.equal(before(rounds, undefined), undefined);
});

test("moving a round changes only the positions that must change", () => {
  const rounds = [round(0, "blue"), round(1, "white"), round(2, "red")];
  const named = (changes) => changes.map(([{ id }, position]) => [id, position]);
  assert.deepEqual(named(moved(rounds, rounds[1], 1)), [["round-2", 1], ["round-1", 2]]);
  assert.deepEqual(moved(rounds, rounds[0], -1), []);
  assert.deepEqual(moved(rounds, rounds[2], 1), []);
});

test("rounds that share a position are told apart when one is moved", () => {
  const rounds = [round(0, "blue"), { ...round(0, "white"), id: "other" }];
  assert.deepEqual(moved(rounds, rounds[1], -1).map(([{ id }, position]) => [id, position]), [["round-0", 1]]);
});
