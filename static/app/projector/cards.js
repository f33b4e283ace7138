// Notes as cards. A room reads a dozen of them at a time; the others wait in a counted pile.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { notesOf } from "./boards.js";
import { gridFor } from "./grid.js";

export const wide = () => matchMedia("(min-aspect-ratio: 3/2)").matches;

export function newest({ store, state }, on) {
  const notes = notesOf(store, on.hat).reverse();
  if (!notes.length) return empty(on);
  const grid = gridFor(notes, wide());
  const shown = notes.slice(0, grid);
  return html`
    <section class="board" aria-labelledby="newest">
      <div class="head">
        <h2 id="newest">${say(notes.length > shown.length ? "projector.newest" : "projector.all_notes")}</h2>
        <p>${say(store.workshop.named ? "projector.named" : "projector.anonymous")}</p>
      </div>
      <ul class="cards" data-grid=${grid} data-fit=${shown.length > 6 ? 1.15 : 1.6}>
        ${repeat(shown, ({ id }) => id, (note, n) => shownCard(note, state.fresh.has(note.id), n === 0))}
      </ul>
      ${earlier(notes.length - shown.length)}
    </section>`;
}

// Several may arrive at once: all are outlined, and one of them is the newest.
const shownCard = (note, fresh, first) => html`
  <li class="card ${fresh ? "fresh" : ""}" data-box>${guard([note, fresh && first], () => html`
    ${fresh && first ? html`<b class="tag">${say("projector.fresh")}</b>` : nothing} ${inside(note)}
  `)}</li>`;

export const card = (note) => html`<li class="card" data-item>${guard([note], () => inside(note))}</li>`;

const inside = ({ marks, text, author }) => html`
  ${marks?.includes("crazy") ? html`<b class="tag crazy">${say("mark.crazy")}</b>` : nothing}
  <p class="words" dir="auto" data-clamp>${text}</p>
  ${author ? html`<p class="author" dir="auto">${author}</p>` : nothing}
`;

const earlier = (n) =>
  n ? html`<p class="pile"><span class="stack" aria-hidden="true"><i></i><i></i></span> ${say("projector.earlier", { n })}</p>` : nothing;

const empty = (on) => html`
  <section class="board resting"><p class="calm">${say(on.state === "open" ? "projector.first" : "projector.nobody_wrote")}</p></section>`;
