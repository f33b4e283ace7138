// A wall of notes under their themes, in lanes that fit the screen.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { groups } from "./boards.js";
import { card, wide } from "./cards.js";
import { notesIn, piles } from "./piles.js";
import { spread } from "./spread.js";

const LANES = { beside: { wide: 3, square: 2 }, whole: { wide: 4, square: 3 } };
const DRAWN = 40; // notes of one theme that could fit at all; the rest is counted

export function wall(store, hat, where) {
  const { named, loose } = groups(store, hat);
  const rest = { id: "", name: named.length ? say("projector.unthemed") : "", notes: loose };
  const all = (loose.length ? [...named, rest] : named).map(stacked);
  const lanes = LANES[where][wide() ? "wide" : "square"];
  return html`
    <div class="wall" data-lanes=${lanes} data-fit="1.3">
      ${spread(all, lanes).map(
        ({ span, themes }) => html`
          <div class="lane" data-span=${span} data-box>${repeat(themes, ({ id }) => id, (theme) => group(theme, span))}</div>
        `,
      )}
    </div>`;
}

const stacked = (theme) => ({ ...theme, notes: piles(theme.notes) });

const group = ({ id, name, votes, notes }, span) => html`
  <section class="theme ${id ? "" : "loose"}" data-group>
    ${name ? html`<h2><span dir="auto">${name}</span> <b>${notesIn(notes)}</b></h2>` : nothing}
    ${votes ? html`<p class="votes" data-extra>${say("projector.votes", { n: votes })}</p>` : nothing}
    <ul data-span=${span}>${repeat(notes.slice(0, DRAWN), (note) => note.id, (note) => card(note))}</ul>
    <p class="more" data-more data-beyond=${notesIn(notes.slice(DRAWN))} hidden></p>
  </section>`;
