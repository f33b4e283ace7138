// A file that the desk orders: waited for, fetched, cancelled, and not lost with the connection.
import assert from "node:assert/strict";
import { test } from "node:test";

const TEXTS = {
  page: { code: "123456", language: "en" },
  phrases: { desk: { export: { failed: "It failed.", cancelled: "Cancelled." } } },
};
globalThis.document = { getElementById: (id) => ({ textContent: JSON.stringify(TEXTS[id]) }) };
const { Ordered } = await import("../../static/app/desk/ordered.js");

const json = (body, status = 200) => new Response(JSON.stringify(body), { status });
const going = (state, done) => json({ state, done, of: 3, step: "slides", notes: state === "done" ? ["emoji"] : [] });
const gone = () => json({ error: "not_found" }, 404);
const away = () => {
  throw new TypeError("no network");
};
const theFile = () => new Response("bytes", { headers: { "Content-Disposition": 'attachment; filename="Deck.pptx"' } });

// Orders a file from a server that answers so, one answer after the other.
function ordering(...answers) {
  const asked = [];
  const shown = [];
  globalThis.fetch = async (address, { method }) => {
    asked.push(`${method} ${address.replace("/api/workshops/123456/exports", "")}`);
    return answers.shift()();
  };
  const ordered = new Ordered("ticket", "pptx", (progress) => shown.push(progress));
  ordered.pause = async () => {};
  return { ordered, asked, shown };
}

const taken = (id) => () => json({ id }, 202);

test("a file is ordered, watched and fetched", async () => {
  const { ordered, asked, shown } = ordering(taken("a"), () => going("waiting", 0), () => going("making", 1), () => going("done", 3), theFile);
  const { name, file, notes } = await ordered.fetched();
  assert.equal(name, "Deck.pptx");
  assert.equal(await file.text(), "bytes");
  assert.deepEqual(notes, ["emoji"]);
  assert.deepEqual(asked, ["POST ", "GET /a", "GET /a", "GET /a", "GET /a/file"]);
  assert.deepEqual(shown.map(({ done }) => done), [0, 1, 3]);
});

test("while the connection is away it is asked for again, and what is shown says so", async () => {
  const { ordered, shown } = ordering(away, taken("a"), () => going("making", 1), away, away, () => going("done", 3), away, theFile);
  assert.equal((await ordered.fetched()).name, "Deck.pptx");
  assert.deepEqual(shown.map((one) => one.away ?? false), [true, false, true, true, false, true]);
});

test("a server that has started anew gets the order again", async () => {
  const { ordered, asked } = ordering(taken("a"), gone, taken("b"), () => going("done", 3), theFile);
  await ordered.fetched();
  assert.deepEqual(asked, ["POST ", "GET /a", "POST ", "GET /b", "GET /b/file"]);
});

test("a server that always forgets is not asked for ever", async () => {
  const { ordered } = ordering(taken("a"), gone, taken("b"), gone, taken("c"), gone);
  await assert.rejects(ordered.fetched(), /It failed/);
});

test("what the server refuses is said in its words", async () => {
  const { ordered } = ordering(() => json({ message: "No LibreOffice." }, 501));
  await assert.rejects(ordered.fetched(), /No LibreOffice/);
});

test("a failed file is no file", async () => {
  const { ordered } = ordering(taken("a"), () => going("failed", 1));
  await assert.rejects(ordered.fetched(), /It failed/);
});

test("a cancelled order is told to the server and waited for no more", async () => {
  const { ordered, asked } = ordering(taken("a"), () => going("making", 0), () => new Response(null, { status: 204 }));
  ordered.pause = async () => ordered.cancel();
  await assert.rejects(ordered.fetched(), /Cancelled/);
  assert.deepEqual(asked, ["POST ", "GET /a", "DELETE /a"]);
});

test("a cancelled order is cancelled even before the server has named it", async () => {
  const { ordered, asked } = ordering(away);
  ordered.pause = async () => ordered.cancel();
  await assert.rejects(ordered.fetched(), /Cancelled/);
  assert.deepEqual(asked, ["POST "]);
});

test("an order that is cancelled while it is on its way is cancelled when it has arrived", async () => {
  const { ordered, asked } = ordering(() => (ordered.cancel(), taken("a")()), () => new Response(null, { status: 204 }));
  await assert.rejects(ordered.fetched(), /Cancelled/);
  assert.deepEqual(asked, ["POST ", "DELETE /a"]);
});
