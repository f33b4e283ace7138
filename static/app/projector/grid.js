// How many cards the room gets to read at a time: a dozen, and fewer where the notes are long.

// Cards in a grid, and the letters that a card of it holds at the smallest text.
const WIDE = [
  { cards: 2, letters: 700 },
  { cards: 4, letters: 330 },
  { cards: 6, letters: 200 },
  { cards: 9, letters: 125 },
  { cards: 12, letters: 85 },
];
const SQUARE = [
  { cards: 2, letters: 600 },
  { cards: 4, letters: 230 },
  { cards: 6, letters: 140 },
  { cards: 8, letters: 100 },
];
const LEAST = 6; // fewer than these are not a board; the longest are cut then

// The size of the grid for notes, newest first.
export function gridFor(notes, wide) {
  const grids = wide ? WIDE : SQUARE;
  const enough = grids.find(({ cards }) => cards >= notes.length) ?? grids.at(-1);
  const holding = grids.filter(({ cards }) => cards <= enough.cards && cards >= Math.min(LEAST, enough.cards));
  const best = holding.findLast(({ cards, letters }) => fits(notes.slice(0, cards), letters));
  return (best ?? holding[0]).cards;
}

// One in four may be cut: the grid is for the many.
const fits = (notes, letters) => notes.filter(({ text }) => text.length > letters).length <= notes.length / 4;
