// A hat is on: the panel wears it and asks, the other side shows what the room writes — once it may be seen.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { roundOn, timeLeft } from "../store.js";
import { agenda } from "./agenda.js";
import { notesOf } from "./boards.js";
import { card } from "./card.js";
import { panel } from "./panel.js";

const AT_ONCE = 12; // notes that a room can read at a time
const PILE = 80; // blank cards that still look like a pile

export function round(store, view) {
  const on = roundOn(store);
  if (!on || on.hat === "blue") return agenda(store, on);
  const left = timeLeft(on, store.now());
  return html`
    <main class="round" data-hat=${on.hat}>
      ${panel(store, on, left)}
      ${open(on) ? board(store, on, view) : pile(on)}
    </main>`;
}

const open = (on) => on.state === "revealed" || (on.at_once && on.state !== "waiting");

// Hidden notes are blank cards: the room sees that it works, and nobody is led by another's words.
const pile = (on) => html`
  <section class="board hidden-board">
    <ul class="pile" aria-hidden="true">
      ${repeat(Array.from({ length: Math.min(on.notes, PILE) }, (_, n) => n), (n) => n, () => html`<li></li>`)}
    </ul>
    <p class="hint">${say(on.state === "open" ? "projector.hidden_open" : "projector.hidden_closed")}</p>
  </section>`;

function board(store, on, view) {
  const notes = notesOf(store, on.hat).reverse();
  const pages = Math.max(1, Math.ceil(notes.length / AT_ONCE));
  view.pages = pages;
  const page = Math.min(view.page, pages - 1);
  const shown = notes.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
  const few = shown.length <= 4 ? "few" : shown.length <= 6 ? "some" : "";
  return html`
    <section class="board" aria-label=${say("projector.newest")}>
      <div class="head"><h2>${say(page ? "projector.earlier" : "projector.newest")}</h2><p>${anonymity(store)}</p></div>
      ${shown.length ? html`<ul class="cards ${few}" data-fit="0.6">${repeat(shown, (note) => note.id, card)}</ul>` : html`<p class="hint">${say("projector.nobody_wrote")}</p>`}
      ${pages > 1 ? rest(notes.length - shown.length, page, pages) : nothing}
    </section>`;
}

const anonymity = ({ workshop }) => (workshop.named ? "" : say("projector.anonymous"));

const rest = (n, page, pages) => html`
  <p class="rest"><span class="stack" aria-hidden="true"><i></i><i></i></span>
    ${say("projector.rest", { n })} <span class="page">${page + 1} / ${pages}</span></p>`;
