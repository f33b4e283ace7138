// A vote's result: who comes where, and what share of the room that is, in words.

// Rows by votes, each with its `rank`. As many votes are the same rank; their order stays the neutral one.
export function ranked(rows) {
  const sorted = rows.toSorted((a, b) => b.votes - a.votes);
  return sorted.map((row) => ({ ...row, rank: 1 + sorted.findIndex(({ votes }) => votes === row.votes) }));
}

// The first places, at most so many; of those with as many votes all or none, so far as there are others.
export function top(places, most) {
  const cut = places[most]?.rank ?? Infinity;
  const whole = places.filter(({ rank }) => rank < cut);
  return whole.length ? whole : places.slice(0, most);
}

// What a share is of. Where everybody has one vote for each, it is of the voters: that says more.
export function wholeOf(rows, board) {
  const votes = rows.reduce((sum, row) => sum + row.votes, 0);
  const ofVoters = !board.several && rows.every((row) => row.votes <= board.voters);
  return ofVoters ? { of: "voters", n: board.voters } : { of: "votes", n: votes };
}

const SHARES = {
  tenth: 1 / 10,
  fifth: 1 / 5,
  quarter: 1 / 4,
  third: 1 / 3,
  two_fifths: 2 / 5,
  half: 1 / 2,
  three_fifths: 3 / 5,
  two_thirds: 2 / 3,
  three_quarters: 3 / 4,
  four_fifths: 4 / 5,
  nine_tenths: 9 / 10,
};
const LEAST = 0.075; // less is no tenth any more
const EXACT = 0.005;

// The nearest share that people have a word for: {word, about}; `about` where it is not quite that.
export function shareIn(n, whole) {
  if (n === 0 || whole === 0) return { word: "none", about: false };
  const share = n / whole;
  if (share === 1) return { word: "all", about: false };
  if (share < LEAST) return { word: "few", about: false };
  if (share > 0.95) return { word: "nearly_all", about: false };
  const off = (word) => Math.abs(SHARES[word] - share);
  const word = Object.keys(SHARES).reduce((best, one) => (off(one) < off(best) ? one : best));
  return { word, about: off(word) > EXACT };
}
