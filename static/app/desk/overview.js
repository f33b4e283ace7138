// Under the blue hat there is no board: the whole workshop at a glance.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { columns } from "./columns.js";
import { wordsIn } from "./drafts.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { lookAt } from "./state.js";

export function overview(desk, round) {
  const { question } = desk.store.workshop;
  return html`
    <div class="prompt">
      ${hatIcon("blue")}
      <div><p>${hatWord("blue")}</p><h2 dir="auto">${round?.prompt || question}</h2></div>
    </div>
    <ul class="overview">${boards(desk.store).map((one) => boardCard(desk, one))}</ul>
  `;
}

// The last round of every hat that has a board, in the order of the sequence.
function boards(store) {
  const rounds = new Map();
  for (const round of store.all("round")) if (round.hat !== "blue") rounds.set(round.hat, round);
  return [...rounds.values()];
}

function boardCard(desk, round) {
  const { store } = desk;
  const [loose, ...themes] = columns(store, round.hat);
  const text = store.row("synthesis", round.hat)?.text;
  const notes = store.all("round").reduce((sum, one) => sum + (one.hat === round.hat ? one.notes : 0), 0);
  return html`
    <li data-hat=${round.hat}>
      <button @click=${() => look(desk, round)}>
        ${hatIcon(round.hat)} <b>${hatWord(round.hat)}</b>
        <span>${say("desk.count.notes", { n: notes })}</span>
      </button>
      ${themes.length
        ? html`<ol>
            ${themes.map(({ theme, count }) => line(theme.name, count))}
            ${loose.count ? line(say("desk.board.unthemed"), loose.count, "loose") : nothing}
          </ol>`
        : nothing}
      ${text ? html`<p dir="auto">${text}</p>` : nothing}
    </li>
  `;
}

const line = (name, count, kind = nothing) => html`
  <li class=${kind}><span dir="auto">${name}</span> <b>${count}</b></li>
`;

function look(desk, { id }) {
  lookAt(desk.state, id);
  desk.draw();
}

// Beside it: which hats have their synthesis written.
export function writtenView(desk) {
  return html`
    <section class="written">
      <h2>${say("desk.synthesis.all")}</h2>
      <ul>
        ${boards(desk.store).map((round) => {
          const words = wordsIn(desk.drafts.text(round.hat));
          return html`
            <li data-hat=${round.hat}>
              <button @click=${() => look(desk, round)}>
                ${hatIcon(round.hat)} <b>${hatWord(round.hat)}</b>
                <span>${words ? say("desk.synthesis.words", { n: words }) : say("desk.synthesis.none")}</span>
              </button>
            </li>
          `;
        })}
      </ul>
    </section>
  `;
}
