// Nothing scrolls on a projector. What is marked data-fit is set as large as its boxes allow (data-fit says how
// much larger than usual), never smaller than the back row can read; what then has no room gives way.
import { dropQuotes, giveWay, overflows, restore, tooWide } from "./giveway.js";

const OF_HEIGHT = 39; // the smallest text is this part of the screen's height
const HALVINGS = 6;
const GROWS = 1.1; // what is not fitted grows to this at most, in CSS; beyond it only what has room

export function fitAll(root, size) {
  const floor = smallest() * Math.min(1, size);
  const wish = Math.max(1, size / GROWS);
  for (const area of root.querySelectorAll("[data-fit]")) fit(area, floor, wish);
}

// As in --floor: upright screens are held in the hand, and read from near.
const smallest = () => (innerHeight > innerWidth ? Math.min(innerHeight * 0.019, innerWidth * 0.032) : innerHeight / OF_HEIGHT);

function fit(area, floor, wish) {
  restore(area);
  const boxes = boxesOf(area);
  const fits = (scale) => {
    area.style.setProperty("--fit", scale.toFixed(3));
    return !boxes.some(overflows);
  };
  dropQuotes(area, () => fits(1));
  fits(1);
  const least = Math.min(1, floor / parseFloat(getComputedStyle(area).fontSize));
  for (const words of ["whole", "broken"]) {
    area.dataset.words = words;
    if (largest(least, Number(area.dataset.fit) * wish, fits)) return;
    if (!boxes.some(tooWide)) break; // no word is too long: breaking them would win nothing
  }
  boxes.forEach(giveWay);
}

// The area itself, or the outermost boxes in it.
function boxesOf(area) {
  if (area.matches("[data-box]")) return [area];
  return [...area.querySelectorAll("[data-box]")].filter((box) => !box.parentElement.closest("[data-box]"));
}

// Sets the largest scale that fits; false where not even the least does.
function largest(least, most, fits) {
  if (fits(most)) return true;
  if (!fits(least)) return false;
  let [small, large] = [least, most];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  return fits(small);
}
