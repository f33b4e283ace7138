import "./storage.js";
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document ??= { getElementById: () => ({ textContent: '{"language":"en"}' }) };
globalThis.requestAnimationFrame ??= (draw) => draw();
const { Drafts } = await import("../../static/app/desk/drafts.js");
const { Past } = await import("../../static/app/desk/undo.js");

const line = (text, notes = []) => ({ text, notes });

// A desk whose server answers when it is told to.
function aDesk(statements = []) {
  const rows = { synthesis: new Map([["red", { statements }]]), note: new Map() };
  const sent = [];
  const desk = {
    state: { ticked: new Set(), statement: 0 },
    past: new Past(),
    store: { rev: 1, row: (kind, id) => rows[kind].get(id), all: (kind) => [...rows[kind].values()] },
    outbox: { recall: (test) => sent.splice(0).filter((one) => !test(one) && sent.push(one)) },
    online: () => true,
    draw() {},
    act: (action, args) => new Promise((answer) => sent.push({ action, args, answer })),
  };
  desk.drafts = new Drafts(desk);
  const come = (statements) => (desk.store.rev++, rows.synthesis.set("red", { statements }), desk.drafts.settle());
  return { desk, drafts: desk.drafts, sent, come };
}

const texts = ({ drafts }) => drafts.statements("red").map(({ text }) => text);
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("what the server refuses stays as it was written, and says so", async () => {
  const one = aDesk([line("before")]);
  one.drafts.focus("red");
  one.drafts.write("red", 0, "far too long");
  one.drafts.blur("red");
  one.sent[0].answer({ refused: "too_long" });
  await soon();
  assert.deepEqual(texts(one), ["far too long"]);
  assert.equal(one.drafts.state("red"), "refused");
});

test("a page that goes away leaves its newest words in the outbox, and no older ones", () => {
  const one = aDesk();
  one.drafts.write("red", 0, "first");
  one.drafts.save("red");
  one.drafts.write("red", 0, "first and more");
  one.drafts.leave();
  assert.deepEqual(one.sent.map(({ args }) => args.statements[0].text), ["first and more"]);
});

test("a proposal comes below what is written, and typing goes on in it at once", () => {
  const one = aDesk([line("mine")]);
  one.drafts.add("red", [line("proposed", ["n1"]), line("")], "a proposal");
  one.drafts.write("red", 1, "proposed, and mine");
  assert.deepEqual(texts(one), ["mine", "proposed, and mine", ""]);
  assert.deepEqual(one.drafts.statements("red")[1].notes, ["n1"]);
});

test("a line that is split keeps its notes with its first half", () => {
  const one = aDesk([line("one two", ["n1"])]);
  one.drafts.split("red", 0, "one", "two");
  assert.deepEqual(one.drafts.statements("red"), [line("one", ["n1"]), line("two")]);
});

test("whoever only rests on a line sees what another desk writes", () => {
  const one = aDesk([line("mine")]);
  one.drafts.focus("red");
  one.come([line("mine"), line("theirs")]);
  assert.deepEqual(texts(one), ["mine", "theirs"]);
});

test("whoever is writing is not overwritten by another desk", () => {
  const one = aDesk([line("mine")]);
  one.drafts.focus("red");
  one.drafts.write("red", 0, "mine!");
  one.come([line("theirs")]);
  assert.deepEqual(texts(one), ["mine!"]);
});
