// A new workshop's rounds can be changed in every way before it begins.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Plan } from "../../static/app/new/plan.js";

const WHOLE = ["blue", "white", "green", "blue"].map((hat) => ({ hat, minutes: 5, prompt: `${hat}?` }));
const hats = (plan) => plan.rounds.map((round) => round.hat);

test("a sequence brings its rounds, and another replaces them", () => {
  const plan = new Plan(WHOLE);
  assert.equal(plan.minutes, 20);
  plan.begin(WHOLE.slice(0, 2));
  assert.deepEqual(hats(plan), ["blue", "white"]);
});

test("a round is added before the closing", () => {
  const plan = new Plan(WHOLE);
  plan.add("red", 2);
  assert.deepEqual(hats(plan), ["blue", "white", "green", "red", "blue"]);
});

test("rounds move and go", () => {
  const plan = new Plan(WHOLE);
  plan.move(plan.rounds[1], 1);
  assert.deepEqual(hats(plan), ["blue", "green", "white", "blue"]);
  plan.remove(plan.rounds[0]);
  assert.deepEqual(hats(plan), ["green", "white", "blue"]);
});

test("another hat asks its own question, but a question written by hand stays", () => {
  const plan = new Plan(WHOLE);
  plan.wear(plan.rounds[1], "green");
  assert.equal(plan.rounds[1].prompt, "green?");
  plan.rounds[2].prompt = "our own";
  plan.wear(plan.rounds[2], "white");
  assert.equal(plan.rounds[2].prompt, "our own");
});

test("another language asks anew, but not over what was written by hand", () => {
  const plan = new Plan(WHOLE);
  plan.rounds[1].prompt = "our own";
  plan.ask((hat) => `${hat}, kysyn?`);
  assert.equal(plan.rounds[1].prompt, "our own");
  assert.equal(plan.rounds[2].prompt, "green, kysyn?");
});
