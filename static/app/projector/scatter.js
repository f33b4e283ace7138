// Where the blank cards fall: the same card always in the same place, the first ones near the middle.

export const ROOM = { width: 1200, height: 640 };
export const CARD = { width: 190, height: 118 };

// The plastic number's fractions: points that spread evenly, however many there are.
const AROUND = 0.7548776662;
const OUTWARD = 0.5698402910;
const WIDE_AT = 45; // cards until the heap has its whole width

export function scatter(n) {
  const reach = Math.min(1, 0.4 + 0.6 * Math.sqrt(n / WIDE_AT));
  const far = reach * ((n * OUTWARD + 0.1) % 1) ** 0.6;
  const angle = 2 * Math.PI * ((n * AROUND + 0.2) % 1);
  return {
    x: Math.round(ROOM.width / 2 + (Math.cos(angle) * far * (ROOM.width - CARD.width * 1.2)) / 2),
    y: Math.round(ROOM.height / 2 + (Math.sin(angle) * far * (ROOM.height - CARD.width)) / 2),
    turn: Math.round(Math.sin(n * 78.233) * 15),
  };
}
