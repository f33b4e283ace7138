// What an exported file is called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName } from "../../static/app/desk/filename.js";

test("the name comes from the server, in any of its spellings", () => {
  assert.equal(fileName('attachment; filename="deck.pptx"'), "deck.pptx");
  assert.equal(fileName("attachment; filename=deck.pptx"), "deck.pptx");
  assert.equal(fileName(String.raw`attachment; filename="a \"b\".csv"`), 'a "b".csv');
  assert.equal(fileName("attachment; filename=tyo.md; filename*=UTF-8''ty%C3%B6paja.md"), "työpaja.md");
});

test("without a name there is none", () => {
  assert.equal(fileName(null), "");
  assert.equal(fileName("attachment"), "");
  assert.equal(fileName("attachment; filename*=UTF-8''%zz"), "%zz");
});
