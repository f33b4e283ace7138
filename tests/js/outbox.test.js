// No note is lost, and none goes twice, whatever the network does.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { newId, Outbox } from "../../static/app/outbox.js";
import { fakeStorage, noStorage } from "./storage.js";

const offline = async () => {
  throw new Error("offline");
};
const quiet = () => new Promise((later) => setTimeout(later));
const post = (id, text = "thought") => ["post_note", { id, text }];
const idsOf = (entries) => entries.map(({ args }) => args.id);

// A server that remembers what it was sent, and says yes with a growing revision.
function server() {
  const heard = [];
  const send = async (action, args) => {
    heard.push([action, args.id]);
    return { ok: true, rev: heard.length };
  };
  return { heard, send };
}

let scope;
beforeEach(() => {
  fakeStorage();
  scope = newId();
});

test("an action leaves when the server has it, and its answer is told", async () => {
  const { heard, send } = server();
  const outbox = new Outbox(scope, send);
  assert.deepEqual(await outbox.push(...post("a")), { ok: true, rev: 1 });
  assert.deepEqual(heard, [["post_note", "a"]]);
  assert.deepEqual(outbox.waiting(), []);
});

test("what was done without a network goes later, in the order it was done", async () => {
  let send = offline;
  const outbox = new Outbox(scope, (...words) => send(...words));
  for (const id of ["a", "b", "c", "d", "e"]) outbox.push(...post(id));
  await quiet();
  assert.deepEqual(idsOf(outbox.waiting()), ["a", "b", "c", "d", "e"]);
  const back = server();
  send = back.send;
  await outbox.flush();
  assert.deepEqual(back.heard.map(([, id]) => id), ["a", "b", "c", "d", "e"]);
});

test("a reload finds what waited", async () => {
  new Outbox(scope, offline).push(...post("a"));
  await quiet();
  const { heard, send } = server();
  const reloaded = new Outbox(scope, send);
  assert.deepEqual(idsOf(reloaded.waiting()), ["a"]);
  await reloaded.flush();
  assert.deepEqual(heard, [["post_note", "a"]]);
});

test("another person's outbox in the same browser is left alone", async () => {
  new Outbox(`${scope}/one`, offline).push(...post("a"));
  assert.deepEqual(new Outbox(`${scope}/two`, offline).waiting(), []);
});

test("one action is under way at a time", async () => {
  let running = 0;
  let most = 0;
  const outbox = new Outbox(scope, async () => {
    most = Math.max(most, ++running);
    await quiet();
    running--;
    return { ok: true, rev: 1 };
  });
  await Promise.all([outbox.push(...post("a")), outbox.push(...post("b")), outbox.flush(), outbox.flush()]);
  assert.equal(most, 1);
});

test("a server that is busy is asked again later; a refusal is final and its text is not lost", async () => {
  const answers = [{ refused: "try_again" }, { refused: "round_closed" }];
  const outbox = new Outbox(scope, async () => answers.shift());
  const answer = outbox.push(...post("a", "dear thought"));
  await quiet();
  assert.deepEqual(idsOf(outbox.waiting()), ["a"]);
  await outbox.flush();
  assert.equal((await answer).refused, "round_closed");
  assert.deepEqual(outbox.waiting(), []);
  const [{ args }] = outbox.refused;
  assert.equal(args.text, "dear thought");
  outbox.forget(outbox.refused[0]);
  assert.deepEqual(outbox.refused, []);
});

test("what the server has stays in sight until its rows have come", async () => {
  const outbox = new Outbox(scope, server().send);
  await outbox.push(...post("a"));
  await outbox.push(...post("b"));
  outbox.settle(1);
  assert.deepEqual(idsOf(outbox.sent()), ["b"]);
  outbox.settle(2);
  assert.deepEqual(outbox.sent(), []);
});

test("what waits can be taken out of the queue, but not what is on its way", async () => {
  let arrive;
  const outbox = new Outbox(scope, () => new Promise((answer) => (arrive = answer)));
  outbox.push(...post("a"));
  outbox.push(...post("b"));
  await quiet();
  assert.deepEqual(idsOf(outbox.recall(() => true)), ["b"]);
  arrive({ ok: true, rev: 1 });
  await quiet();
  assert.deepEqual(outbox.waiting(), []);
  assert.deepEqual(idsOf(outbox.sent()), ["a"]);
});

test("where the browser keeps nothing, notes still go, and the page can say that they would not last", async () => {
  noStorage();
  let send = offline;
  const outbox = new Outbox(scope, (...words) => send(...words));
  outbox.push(...post("a"));
  await quiet();
  assert.equal(outbox.lasting, false);
  assert.deepEqual(idsOf(outbox.waiting()), ["a"]);
  send = server().send;
  await outbox.flush();
  assert.deepEqual(outbox.waiting(), []);
});

test("ids are long, of letters the server takes, and never the same", () => {
  const made = new Set(Array.from({ length: 1000 }, newId));
  assert.equal(made.size, 1000);
  for (const id of made) assert.match(id, /^[a-z0-9]{20}$/);
});
