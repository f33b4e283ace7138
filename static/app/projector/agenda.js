// The facilitator speaks: what the workshop asks, and the way that the room goes.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { around, stationName, word } from "./boards.js";

const ONE_COLUMN = 7; // rounds that stand under each other
const MOST = 14; // of a longer sequence, those around the one that is on

export function agenda({ store }, on) {
  const rounds = store.all("round");
  const next = rounds.find((round) => round.state === "waiting");
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  return html`
    <section class="board agenda">
      <h2 class="question" dir="auto" data-fit="1.2" data-box><span data-clamp>${store.workshop.question}</span></h2>
      <div class="head">
        <h3>${say("projector.way")}</h3>
        <p>${minutes ? say("projector.minutes_all", { n: minutes }) : nothing}</p>
      </div>
      <ol class="way" data-columns=${rounds.length > ONE_COLUMN ? 2 : 1} data-fit="1.25" data-box>
        ${around(rounds, rounds.indexOf(on), MOST).map((n) => step(rounds[n], stateOf(rounds[n], on, next), n, rounds.length))}
      </ol>
    </section>`;
}

function stateOf(round, on, next) {
  if (round.id === on.id) return "now";
  if (round.state !== "waiting") return "done";
  return round.id === next?.id ? "next" : "later";
}

const step = (round, state, n, count) => html`
  <li class="step ${state}" data-hat=${round.hat} aria-current=${state === "now" ? "step" : nothing}>
    ${hat(round.hat)}
    <b>${round.hat === "blue" ? stationName(round, n, count) : word(round.hat)}</b>
    ${state === "later" ? nothing : html`<em>${say(`projector.step.${state}`)}</em>`}
    <span>${round.minutes ? say("projector.minutes", { n: round.minutes }) : nothing}</span>
  </li>`;
