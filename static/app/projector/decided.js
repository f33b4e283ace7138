// What was decided and who does what, each with what it rests on.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { wide } from "./cards.js";
import { whoAndWhen } from "./outcomes.js";
import { worn } from "./panel.js";
import { restsOn } from "./rests.js";

const ONE_COLUMN = 3; // outcomes that stand under each other
const TWO_COLUMNS = 10;

function columnsFor(n) {
  if (n <= ONE_COLUMN) return 1;
  return n > TWO_COLUMNS && wide() ? 3 : 2;
}

export function decided(screen) {
  const { store } = screen;
  const outcomes = store.all("outcome");
  return html`
    <main class="themes decided" data-hat="blue">
      <header class="band">
        ${worn(screen, "blue")}
        <div class="what">
          <p class="kicker" dir="auto">${store.workshop.question}</p>
          <h1 data-fit="1" data-box><span data-clamp>${say("projector.outcomes")}</span></h1>
        </div>
      </header>
      ${outcomes.length ? list(screen, outcomes) : empty()}
    </main>`;
}

const empty = () => html`<div class="board resting"><p class="calm">${say("projector.nothing_decided")}</p></div>`;

const ofKind = (outcomes, kind) => outcomes.filter((outcome) => outcome.kind === kind);

const list = ({ store, state }, outcomes) => html`
  <div class="agreed" data-fit="2">
    <div data-box data-group>
      <div class="kinds" data-columns=${columnsFor(outcomes.length)}>
        ${["decision", "action"].map((kind) => section(store, kind, ofKind(outcomes, kind), !state.aside))}
      </div>
      <p class="more" data-more hidden></p>
    </div>
  </div>`;

const section = (store, kind, outcomes, withQuotes) =>
  outcomes.length === 0
    ? nothing
    : html`
        <section>
          <h2>${say(`projector.${kind}s`, { n: outcomes.length })}</h2>
          <ul>${repeat(outcomes, ({ id }) => id, (row) => outcome(store, row, withQuotes))}</ul>
        </section>`;

function outcome(store, row, withQuotes) {
  const { themes, quotes } = restsOn(store, row);
  const who = whoAndWhen(row);
  return html`
    <li data-item class=${row.kind}>
      <p class="said" dir="auto" data-clamp>${row.text}</p>
      ${who || themes.length
        ? html`<p class="rests">${who ? html`<b dir="auto">${who}</b>` : nothing}${themes.map(ofTheme)}</p>`
        : nothing}
      ${withQuotes && quotes.length
        ? html`<p class="quotes" data-quotes>${quotes.map((text) => html`<q dir="auto">${text}</q> `)}</p>`
        : nothing}
    </li>`;
}

// Where names have no room, the hat alone says where it comes from.
const ofTheme = ({ hat: colour, name }) => html`
  <span class="chip" data-hat=${colour}>${hat(colour)}<i dir="auto">${name}</i></span>`;
