// An order of this person's own, the same at every look: nobody's first place draws more votes than others'.

// The rows as `person` meets them; a row that is new takes a place of its own and moves no other.
export function shuffled(rows, person) {
  const place = new Map(rows.map((row) => [row.id, hash(`${person}/${row.id}`)]));
  return [...rows].sort((a, b) => place.get(a.id) - place.get(b.id) || (a.id < b.id ? -1 : 1));
}

const bytes = new TextEncoder();

// FNV-1a, and the last mixing of MurmurHash3, without which alike ids would lie side by side.
function hash(text) {
  let h = 0x811c9dc5;
  for (const byte of bytes.encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
