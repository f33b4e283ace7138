// How themes share the lanes of a wall: few themes, and the large ones get several lanes; many, and they
// stand under each other, the next always in the lane that is emptiest.

const HEADING = 2; // lines
const PER_LINE = 26; // letters, more or less
const LANE = 18; // lines in a lane

export const weight = ({ name = "", notes }) =>
  HEADING + name.length / PER_LINE + notes.reduce((sum, { text }) => sum + 0.8 + Math.min(6, Math.ceil(text.length / PER_LINE)), 0);

// Returns lanes in order: [{span, themes}]; the spans make up `lanes`.
export function spread(themes, lanes) {
  return themes.length <= lanes ? widen(themes, lanes) : stack(themes, lanes);
}

function widen(themes, lanes) {
  const made = themes.map((theme) => ({ span: 1, themes: [theme] }));
  for (let spare = lanes - made.length; made.length && spare > 0; spare--) {
    const load = (lane) => weight(lane.themes[0]) / lane.span;
    made.reduce((fullest, lane) => (load(lane) > load(fullest) ? lane : fullest)).span++;
  }
  return made;
}

// Where there is not room for all notes, every theme is as high as its share.
function stack(themes, lanes) {
  const share = (LANE * lanes) / themes.length;
  const made = Array.from({ length: lanes }, () => ({ span: 1, themes: [], load: 0 }));
  for (const theme of themes) {
    const emptiest = made.reduce((least, lane) => (lane.load < least.load ? lane : least));
    emptiest.themes.push(theme);
    emptiest.load += Math.min(weight(theme), share);
  }
  return made.map(({ span, themes }) => ({ span, themes }));
}
