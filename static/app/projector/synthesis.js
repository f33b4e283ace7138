// All hats at once: each panel wears its own, with the weight of its themes and what the room concludes.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { boards, countOf, groups, notesOf, shortWord } from "./boards.js";
import { wide } from "./cards.js";
import { agreement, check } from "./check.js";
import { outcomesPanel, wholePanel } from "./outcomes.js";
import { piles } from "./piles.js";
import { totals } from "./totals.js";

export function synthesis(screen) {
  return screen.state.looked ? check(screen, screen.state.looked) : overview(screen);
}

function overview({ store }) {
  const outcomes = store.all("outcome");
  const hats = boards(store);
  const table = !wide() || outcomes.length > 0 || hats.some((one) => isFull(store, one));
  const most = Math.max(1, ...hats.flatMap((one) => groups(store, one).named.map(({ notes }) => notes.length)));
  return html`
    <main class="synthesis" tabindex=${wide() ? nothing : 0} data-table=${table ? hats.length + 1 : nothing}>
      ${table && !outcomes.length ? nothing : heading(store)}
      <div class="hats" data-count=${hats.length + Number(table)} data-fit="1.2">
        ${hats.map((one) => hatPanel(store, one, most))}
        ${table ? (outcomes.length ? outcomesPanel(outcomes) : wholePanel(store)) : nothing}
      </div>
    </main>`;
}

const LETTERS = 20; // in a line of a column
const LINES = 13; // of a column

// Columns are for short texts. Longer ones are read better, and have more room, in two rows of panels, with the
// blue hat's among them.
function isFull(store, colour) {
  const lines = (text = "") => Math.ceil(text.length / LETTERS);
  const heaviest = groups(store, colour).named.slice(0, 3);
  const text = lines(store.row("synthesis", colour)?.text);
  return text + heaviest.reduce((sum, { name }) => sum + lines(name) + 0.7, 0) > LINES;
}

const heading = (store) => html`
  <header class="over-all">
    <h1 dir="auto" data-fit="1" data-box><span data-clamp>${store.workshop.question}</span></h1>
    <p class="total">${totals(store)}</p>
  </header>`;

function hatPanel(store, colour, most) {
  const n = countOf(store, colour);
  const text = store.row("synthesis", colour)?.text;
  return html`
    <section class="hat-panel" data-hat=${colour}>
      ${hat(colour)}
      <h2><span>${shortWord(colour)}</span> <b>${n || nothing}</b> ${themesOf(store, colour)}</h2>
      <div class="inside" data-box>
        ${written(store, colour, most, n)}
        ${text ? html`<div class="text"><p dir="auto"><span data-clamp>${text}</span></p>${agreement(store, colour)}</div>` : nothing}
      </div>
    </section>`;
}

function themesOf(store, colour) {
  const n = groups(store, colour).named.length;
  return n ? html`<small>${say("projector.themes_all", { n })}</small>` : nothing;
}

function written(store, colour, most, n) {
  const { named } = groups(store, colour);
  const text = store.row("synthesis", colour)?.text;
  const notes = piles(notesOf(store, colour));
  if (named.length) return weights(named, most);
  if (text) return nothing;
  if (notes.length) return voices(notes);
  return html`<p class="calm">${say(n ? "projector.hidden.closed" : "projector.nothing_yet")}</p>`;
}

// The heaviest first: where there is too little room, the lightest give way.
function weights(themes, most) {
  const heaviest = themes.toSorted((a, b) => b.notes.length - a.notes.length || b.votes - a.votes);
  return html`
    <div data-group>
      <ul class="weights">
        ${heaviest.map(
          ({ name, notes }) => html`
            <li data-item>
              <span dir="auto">${name}</span> <b>${notes.length}</b>
              <progress class="bar" aria-hidden="true" max=${most} value=${notes.length}></progress>
            </li>
          `,
        )}
      </ul>
      <p class="more" data-more="themes" hidden></p>
    </div>`;
}

const SOME = 8; // notes that stand for a board without themes

const voices = (notes) => html`
  <div data-group>
    <ul class="voices">${notes.slice(0, SOME).map(({ text }) => html`<li data-item dir="auto">${text}</li>`)}</ul>
  </div>`;
