// The template of the deck: which one counts while choices travel, and what an order says of it.
import assert from "node:assert/strict";
import { test } from "node:test";

const TEXTS = {
  page: { code: "123456", language: "en" },
  phrases: {
    desk: { template: { own: "our own", gone: "It is gone.", chosen: "{name}", removed: "{name}", offline: "Away." } },
    refused: { template_too_large: "Too large.", template_failed: "Failed." },
  },
};
globalThis.document = { getElementById: (id) => ({ textContent: JSON.stringify(TEXTS[id]) }) };
const { MOST_BYTES, Templates } = await import("../../static/app/desk/templates.js");

const town = { id: "town", name: "Town", removed: {}, roles: {} };

// A desk whose workshop draws on `template`, at a server that keeps `all`.
function aDesk(template, ...all) {
  const acted = [];
  const desk = {
    ticket: "t", state: {}, draw() {},
    store: { rev: 5, workshop: { template } },
    act: async (action, args) => (acted.push([action, args]), { ok: true, rev: 7 }),
  };
  desk.kept = all;
  globalThis.fetch = async () => new Response(JSON.stringify(desk.kept));
  desk.templates = new Templates(desk);
  return { desk, acted, templates: desk.templates };
}

test("a choice counts at once, and until the rows say the same", async () => {
  const { desk, acted, templates } = aDesk("", town);
  await templates.load();
  assert.equal(templates.name(), "our own");
  const choosing = templates.choose("town");
  assert.equal(templates.chosen, "town");
  await choosing;
  templates.follow();
  assert.equal(templates.chosen, "town", "its row is still on the way");
  Object.assign(desk.store, { rev: 8, workshop: { template: "" } });
  templates.follow();
  assert.equal(templates.chosen, "", "another desk has chosen since");
  assert.deepEqual(acted, [["edit_workshop", { template: "town" }]]);
  clearTimeout(desk.state.telling);
});

test("a choice that is refused does not count", async () => {
  const { desk, templates } = aDesk("", town);
  await templates.load();
  desk.act = async () => ({ refused: "not_allowed" });
  await templates.choose("town");
  assert.equal(templates.chosen, "");
  clearTimeout(desk.state.telling);
});

test("only what has a deck in it is ordered with the template", async () => {
  const { templates } = aDesk("town", town);
  await templates.load();
  assert.deepEqual(await templates.wanted("pdf"), { template: "town" });
  assert.deepEqual(await templates.wanted("csv"), {});
});

test("a template that another desk has removed is told once, and then our own is drawn on", async () => {
  const { desk, templates } = aDesk("town", town);
  await templates.load();
  desk.kept = [];
  await assert.rejects(templates.wanted("pptx"), /It is gone/);
  assert.deepEqual(await templates.wanted("pptx"), {});
});

test("what another desk has brought and chosen is asked for, once", async () => {
  const { desk, templates } = aDesk("", town);
  await templates.load();
  let asked = 0;
  globalThis.fetch = async () => (asked++, new Response(JSON.stringify([town, { ...town, id: "new", name: "New" }])));
  desk.store.workshop = { template: "new" };
  templates.follow();
  templates.follow();
  await new Promise((soon) => setImmediate(soon));
  assert.deepEqual([asked, templates.name()], [1, "New"]);
});

test("a file that is too large is not even sent", async () => {
  const { templates } = aDesk("");
  templates.send = () => assert.fail("sent");
  assert.equal(await templates.bring({ name: "a.pptx", size: MOST_BYTES + 1 }), false);
  assert.equal(templates.failed, "Too large.");
});

test("a template is called as its file, and the deck is drawn on it", async () => {
  const { desk, acted, templates } = aDesk("", town);
  await templates.load();
  const sent = [];
  templates.send = async (address) => (sent.push(address), { ...town, id: "new" });
  assert.equal(await templates.bring({ name: "Oulun pohja.v2.potx", size: 9 }), true);
  assert.deepEqual(sent, ["/api/templates?name=Oulun%20pohja.v2"]);
  assert.deepEqual(acted, [["edit_workshop", { template: "new" }]]);
  clearTimeout(desk.state.telling);
});

test("removing the one in use goes back to our own", async () => {
  const { desk, acted, templates } = aDesk("town", town);
  await templates.load();
  desk.kept = [];
  await templates.remove("town");
  assert.deepEqual(acted, [["edit_workshop", { template: "" }]]);
  assert.equal(templates.chosen, "");
  clearTimeout(desk.state.telling);
});

test("without a connection nothing is removed, and that is said", async () => {
  const { templates } = aDesk("town", town);
  await templates.load();
  globalThis.fetch = async () => {
    throw new TypeError("no network");
  };
  await templates.remove("town");
  assert.equal(templates.failed, "Away.");
  assert.equal(templates.chosen, "town");
});
