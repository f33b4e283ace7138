// What goes where on the projector: notes in a grid, themes in lanes, blank cards on the heap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gridFor } from "../../static/app/projector/grid.js";
import { CARD, ROOM, scatter } from "../../static/app/projector/scatter.js";
import { spread } from "../../static/app/projector/spread.js";

const notes = (n, length = 30) => Array.from({ length: n }, (_, id) => ({ id: `n${id}`, text: "x".repeat(length) }));
const theme = (id, n, length) => ({ id, name: id, notes: notes(n, length) });
const shape = (lanes) => lanes.map(({ span, themes }) => [span, themes.map(({ id }) => id)]);

test("a dozen short notes are shown in full, eight on a square screen", () => {
  assert.equal(gridFor(notes(40), true), 12);
  assert.equal(gridFor(notes(40), false), 8);
});

test("few notes get few and large cards", () => {
  assert.deepEqual([1, 3, 5, 7].map((n) => gridFor(notes(n), true)), [2, 4, 6, 9]);
});

test("long notes get larger cards, but never fewer than six", () => {
  assert.equal(gridFor(notes(40, 120), true), 9);
  assert.equal(gridFor(notes(40, 2000), true), 6);
});

test("one long note among many does not change the grid", () => {
  assert.equal(gridFor([...notes(1, 900), ...notes(20)], true), 12);
});

test("few themes share all lanes, and the largest gets the spare ones", () => {
  assert.deepEqual(shape(spread([theme("a", 2), theme("b", 20)], 4)), [[1, ["a"]], [3, ["b"]]]);
  assert.deepEqual(shape(spread([theme("alone", 9)], 4)), [[4, ["alone"]]]);
});

test("many themes stand under each other, and none is left out", () => {
  const themes = Array.from({ length: 12 }, (_, n) => theme(`t${n}`, n));
  const lanes = spread(themes, 4);
  assert.equal(lanes.length, 4);
  assert.deepEqual(lanes.flatMap((lane) => lane.themes).map(({ id }) => id).sort(), themes.map(({ id }) => id).sort());
});

test("one crowded theme does not push the others into the remaining lanes", () => {
  const lanes = spread([theme("crowd", 60), ...Array.from({ length: 7 }, (_, n) => theme(`t${n}`, 5))], 4);
  assert.ok(lanes.every((lane) => lane.themes.length >= 1 && lane.themes.length <= 3));
});

test("no themes, no lanes", () => {
  assert.deepEqual(spread([], 4), []);
});

test("a blank card always falls in the same place, and within the room", () => {
  for (let n = 0; n < 200; n++) {
    const { x, y } = scatter(n);
    assert.deepEqual(scatter(n), scatter(n));
    assert.ok(x > CARD.width / 2 && x < ROOM.width - CARD.width / 2, `x of ${n}`);
    assert.ok(y > CARD.height / 2 - 1 && y < ROOM.height - CARD.height / 2 + 1, `y of ${n}`);
  }
});

test("a card does not fall where the last one did", () => {
  for (let n = 1; n < 150; n++) {
    const [one, other] = [scatter(n - 1), scatter(n)];
    assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 15, `card ${n}`);
  }
});
