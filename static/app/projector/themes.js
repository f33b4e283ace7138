// One hat's themes with their notes, side by side.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { boardOn, groups, promptOf } from "./boards.js";
import { card } from "./card.js";

export function themes(store) {
  const colour = boardOn(store);
  if (!colour) return html`<main class="still"><h1 dir="auto">${store.workshop.question}</h1></main>`;
  const { named, rest } = groups(store, colour);
  const columns = rest.length ? [...named, { id: "", name: say(named.length ? "projector.unthemed" : "projector.notes_head"), notes: rest }] : named;
  return html`
    <main class="themes" data-hat=${colour}>
      <header>${hat(colour)}<div><p class="kicker">${say(`hat.${colour}.name`)}: ${say(`hat.${colour}.word`)}</p>
        <h1 dir="auto">${promptOf(store, colour)}</h1></div></header>
      ${columns.length ? html`<div class="columns ${many(columns)}" data-fit="0.5">${repeat(columns, (one) => one.id, column)}</div>` : html`<p class="hint">${say("projector.nothing_yet")}</p>`}
    </main>`;
}

// A single crowd of notes flows over the whole width; themes stand side by side.
const many = (columns) => (columns.length === 1 ? "one" : columns.length > 5 ? "two-rows" : "");

const column = ({ name, votes, notes }) => html`
  <section class="theme" data-inside>
    <h2><span dir="auto">${name}</span> <span class="count">${notes.length}</span></h2>
    ${votes ? html`<p class="votes">${say("projector.votes", { n: votes })}</p>` : nothing}
    <ul>${repeat(notes, (note) => note.id, card)}</ul>
  </section>`;
