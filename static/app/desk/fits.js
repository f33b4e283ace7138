// How the syntheses come out on their slide: measured where the deck is made, whenever a text was saved.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { fetched } from "./suggestions.js";

const PAUSE_MS = 400;
const READABLE = 14; // points that a room reads

let known = { sign: "", fit: null };
let timer = 0;

export function fitView(desk) {
  follow(desk);
  if (!known.fit) return nothing;
  const { slides, size } = known.fit;
  const fits = slides === 1 && size >= READABLE;
  return html`<p class="fit" ?data-fits=${fits}>${say(slides === 1 ? "desk.synthesis.fits" : "desk.synthesis.several", { size, n: slides })}</p>`;
}

function follow(desk) {
  const sign = JSON.stringify([desk.store.all("synthesis").map(({ text }) => text), desk.store.all("outcome").map(({ text, owner }) => text + owner)]);
  if (sign === known.sign || !desk.online()) return;
  known = { ...known, sign };
  clearTimeout(timer);
  timer = setTimeout(async () => {
    known.fit = await fetched(desk, "fit").catch(() => null);
    desk.draw();
  }, PAUSE_MS);
}
