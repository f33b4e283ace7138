// What is told of a deck that was brought up to date.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sorted } from "../../static/app/desk/updated.js";

const slide = (n, more) => ({ slide: n, title: `Slide ${n}`, ...more });
const numbers = (slides) => slides.map((one) => one.slide);

test("a slide with changes of both sides stands under a heading of its own", () => {
  const told = sorted({ conflicts: [], updated: [slide(1), slide(2)], kept: [slide(2), slide(3)] });
  assert.deepEqual(numbers(told.updated), [1]);
  assert.deepEqual(numbers(told.both), [2]);
  assert.deepEqual(numbers(told.kept), [3]);
});

test("a slide to look at is told once, with all that there is to look at", () => {
  const conflicts = [slide(4, { what: "withdrawn" }), slide(4, { what: "text" }), { title: "Deck", what: "quoted_besides" }];
  const told = sorted({ conflicts, updated: [], kept: [] });
  assert.deepEqual(told.conflicts.map((one) => [one.slide, one.what]), [
    [4, ["withdrawn", "text"]],
    [undefined, ["quoted_besides"]],
  ]);
});
