// What was decided and who does what, each with what it rests on.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { worn } from "./panel.js";
import { whoAndWhen } from "./outcomes.js";
import { restsOn } from "./rests.js";

const WITH_QUOTES = 6; // more outcomes, and their themes alone say what they rest on

export function decided(screen) {
  const { store } = screen;
  const outcomes = store.all("outcome");
  return html`
    <main class="themes decided" data-hat="blue">
      <header class="band">
        ${worn(screen, "blue")}
        <div class="what">
          <p class="kicker">${say("projector.outcomes")}</p>
          <h1 dir="auto" data-fit="1" data-box><span data-clamp>${store.workshop.question}</span></h1>
        </div>
        ${outcomes.length ? counts(outcomes) : nothing}
      </header>
      ${outcomes.length ? list(store, outcomes) : empty()}
    </main>`;
}

const empty = () => html`<div class="board resting"><p class="calm">${say("projector.nothing_decided")}</p></div>`;

const ofKind = (outcomes, kind) => outcomes.filter((outcome) => outcome.kind === kind);

function counts(outcomes) {
  const [decisions, actions] = ["decision", "action"].map((kind) => ofKind(outcomes, kind).length);
  return html`
    <p class="total">
      ${decisions ? html`<span>${say("projector.decisions", { n: decisions })}</span>` : nothing}
      ${actions ? html`<span>${say("projector.actions", { n: actions })}</span>` : nothing}
    </p>`;
}

const list = (store, outcomes) => html`
  <div class="agreed" data-fit="2">
    <div data-box data-group>
      <ul data-columns=${outcomes.length > 3 ? 2 : 1}>
        ${[...ofKind(outcomes, "decision"), ...ofKind(outcomes, "action")].map((one) => outcome(store, one, outcomes.length <= WITH_QUOTES))}
      </ul>
      <p class="more" data-more hidden></p>
    </div>
  </div>`;

function outcome(store, row, withQuotes) {
  const { themes, quotes } = restsOn(store, row);
  return html`
    <li data-item class=${row.kind}>
      <p class="kind">${say(`projector.kind.${row.kind}`)}${whoAndWhen(row) ? html` · <b dir="auto">${whoAndWhen(row)}</b>` : nothing}</p>
      <p class="said" dir="auto" data-clamp>${row.text}</p>
      ${themes.length ? html`<p class="rests" data-extra>${themes.map(ofTheme)}</p>` : nothing}
      ${withQuotes && quotes.length ? html`<p class="quotes" data-extra>${quotes.map((text) => html`<q dir="auto">${text}</q> `)}</p>` : nothing}
    </li>`;
}

const ofTheme = ({ hat: colour, name }) => html`<span class="chip" data-hat=${colour}>${hat(colour)}<i dir="auto">${name}</i></span>`;
