// The blue hat's panel among the others: what was decided and who does what; before that, the question.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { shortWord } from "./boards.js";
import { totals } from "./totals.js";

export const outcomesPanel = (outcomes) => html`
  <section class="hat-panel blue" data-hat="blue">
    ${hat("blue")}
    <h2><span>${say("projector.outcomes")}</span> <b>${outcomes.length}</b></h2>
    <div class="inside" data-box>
      <div data-group>
        <ul class="outcomes">${outcomes.map(outcome)}</ul>
        <p class="more" data-more hidden></p>
      </div>
    </div>
  </section>`;

const outcome = ({ kind, text, owner, due }) => html`
  <li data-item class=${kind}>
    <span dir="auto">${text}</span>
    ${owner || due ? html`<b dir="auto">${whoAndWhen({ owner, due })}</b>` : nothing}
  </li>`;

export const whoAndWhen = ({ owner, due }) => [owner, due && dayOf(due)].filter(Boolean).join(", ");

// "18.12." from "2026-12-18"; the year goes without saying.
function dayOf(due) {
  const [year, month, day] = due.split("-").map(Number);
  return new Intl.DateTimeFormat(page.language, { day: "numeric", month: "numeric" }).format(new Date(year, month - 1, day));
}

export const wholePanel = (store) => html`
  <section class="hat-panel blue" data-hat="blue">
    ${hat("blue")}
    <h2><span>${shortWord("blue")}</span></h2>
    <div class="inside whole">
      <h1 dir="auto" data-fit="1.15" data-box><span data-clamp>${store.workshop.question}</span></h1>
      <p>${totals(store)}</p>
    </div>
  </section>`;
