// Many hands file notes on their phones: the themes fill up, and what still has none is counted.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { groups, notesOf } from "./boards.js";
import { card, wide } from "./cards.js";
import { piles, notesIn } from "./piles.js";
import { wall } from "./wall.js";

const DRAWN = 30; // notes of one theme that could fit at all; the rest is counted

// Without a theme there is nothing to file under yet: the notes wait on the wall.
export function filing({ store, state }, { hat }) {
  const { named } = groups(store, hat);
  if (!named.length) return wall(store, hat, "whole");
  const columns = columnsFor(named.length);
  return html`
    <div class="filing" data-columns=${columns} data-rows=${Math.ceil(named.length / columns)} data-fit="1.3">
      ${repeat(named, ({ id }) => id, (theme) => column(theme, state))}
    </div>`;
}

// Rows of the same length, so far as it goes.
function columnsFor(n) {
  const most = wide() ? 4 : 3;
  return Math.ceil(n / Math.ceil(n / most));
}

function column({ name, notes }, { filed, fresh }) {
  const cards = lastFirst(piles(notes), filed);
  return html`
    <section class="theme" data-box data-group>
      <h2><span dir="auto">${name}</span> <b>${notes.length}</b></h2>
      <ul>${repeat(cards.slice(0, DRAWN), ({ id }) => id, (note) => card(note, fresh.has(note.id)))}</ul>
      <p class="more" data-more data-beyond=${notesIn(cards.slice(DRAWN))} hidden></p>
    </section>`;
}

// What a hand has just put here is on top, for all to see it arrive.
const lastFirst = (cards, filed) => {
  const when = ({ id }) => filed.get(id)?.when ?? 0;
  return cards.toSorted((a, b) => when(b) - when(a));
};

export function left(store, hat) {
  const { loose } = groups(store, hat);
  const all = notesOf(store, hat).length;
  return html`
    <p class="total">${loose.length
      ? html`<b>${loose.length}</b> ${say("projector.unfiled", { n: loose.length })}`
      : say("projector.all_filed")}</p>
    ${all ? html`<progress class="bar" aria-hidden="true" max=${all} .value=${all - loose.length}></progress>` : nothing}`;
}

export const sortedBy = ({ lens }) => (lens ? say("projector.sorted_by", { lens }) : say("projector.file_now"));
