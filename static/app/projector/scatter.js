// Where the blank cards fall: the same card always in the same place, close to the middle first.

export const ROOM = { width: 1200, height: 640 };
export const CARD = { width: 190, height: 118 };

const GOLDEN = 2.39996; // radians: the next card never falls where the last one did
const FULL = 70; // cards until the heap has its whole width

export function scatter(n) {
  const far = Math.min(1, Math.sqrt((n + 0.4) / FULL));
  const angle = n * GOLDEN + 0.6;
  const wander = n < FULL ? 1 : 0.35 + 0.65 * Math.abs(Math.sin(n * 12.9898)); // later ones fall on top, anywhere
  return {
    x: Math.round(ROOM.width / 2 + Math.cos(angle) * far * wander * (ROOM.width - CARD.width * 1.25) / 2),
    y: Math.round(ROOM.height / 2 + Math.sin(angle) * far * wander * (ROOM.height - CARD.width * 1.05) / 2),
    turn: Math.round(Math.sin(n * 78.233) * 16),
  };
}
