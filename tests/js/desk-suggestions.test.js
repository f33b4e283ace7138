// Suggestions are asked for as the board changes, and again where nobody answered.
import assert from "node:assert/strict";
import { mock, test } from "node:test";

const TEXTS = { page: { code: "123456", language: "en" }, phrases: {} };
globalThis.document = { getElementById: (id) => ({ textContent: JSON.stringify(TEXTS[id]) }) };
const { Suggestions } = await import("../../static/app/desk/suggestions.js");

const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
const ROWS = {
  round: [{ id: "r1", hat: "green" }],
  note: [{ id: "n1", hat: "green", theme: "", text: "a boat", hidden: 0 }],
  theme: [],
};

function deskOf({ online = true } = {}) {
  const store = {
    rev: 1, epoch: "e", workshop: { round: "r1" },
    all: (kind) => ROWS[kind],
    row: (kind, id) => ROWS[kind].find((one) => one.id === id),
  };
  return { store, state: { round: "r1" }, ticket: "t", online: () => online, draw() {} };
}

const settled = () => new Promise((done) => setImmediate(done));

test("where nobody answers, the desk asks again by itself", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const answers = [() => json({ message: "busy" }, 503), () => json({ order: ["n1"] })];
  let asked = 0;
  globalThis.fetch = async () => answers[asked++]();
  const suggestions = new Suggestions(deskOf());
  suggestions.follow();
  mock.timers.tick(300);
  await settled();
  assert.equal(suggestions.of("green"), null);
  mock.timers.tick(2100);
  await settled();
  assert.equal(asked, 2);
  assert.deepEqual(suggestions.of("green"), { order: ["n1"] });
  mock.timers.tick(10_000);
  await settled();
  assert.equal(asked, 2);
  mock.timers.reset();
});
