// Notes as cards. A room reads a dozen of them at a time; the others wait in a counted pile.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { notesOf } from "./boards.js";
import { gridFor } from "./grid.js";
import { notesIn, piles } from "./piles.js";

export const wide = () => matchMedia("(min-aspect-ratio: 3/2)").matches;

export function newest({ store, state }, on) {
  const notes = piles(notesOf(store, on.hat)).reverse();
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
      ${earlier(notesIn(notes.slice(grid)))}
    </section>`;
}

// Several may arrive at once: all are outlined, and one of them is the newest.
const shownCard = (note, fresh, first) => html`
  <li class="card ${fresh ? "fresh" : ""}" data-box>${guard([...said(note), fresh && first], () => html`
    ${fresh && first ? html`<b class="tag">${say("projector.fresh")}</b>` : nothing} ${inside(note)}
  `)}</li>`;

export const card = (note, fresh = false) => html`
  <li class="card ${fresh ? "fresh" : ""}" data-item data-notes=${note.count}>${guard(said(note), () => inside(note))}</li>`;

// All of a card that may change.
const said = ({ marks, text, author, count }) => [marks, text, author, count];

const inside = ({ marks, text, author, count }) => html`
  ${count > 1 ? html`<b class="times" aria-label=${say("projector.notes_all", { n: count })}>×${count}</b>` : nothing}
  ${marks?.includes("crazy") ? html`<b class="tag crazy">${say("mark.crazy")}</b>` : nothing}
  <p class="words" dir="auto" data-clamp>${text}</p>
  ${author ? html`<p class="author" dir="auto">${author}</p>` : nothing}
`;

const earlier = (n) =>
  n ? html`<p class="pile"><span class="stack" aria-hidden="true"><i></i><i></i></span> ${say("projector.earlier", { n })}</p>` : nothing;

const empty = (on) => html`
  <section class="board resting"><p class="calm">${say(on.state === "open" ? "projector.first" : "projector.nobody_wrote")}</p></section>`;
