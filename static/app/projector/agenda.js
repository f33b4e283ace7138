// The facilitator speaks: the question, and the way that the room goes.
import { html } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { timeLeft } from "../store.js";
import { panel } from "./panel.js";

export const agenda = (store, on) => html`
  <main class="round agenda">
    ${on ? panel(store, on, timeLeft(on, store.now())) : ""}
    <section class="board" data-fit="0.5">
      <h2 class="question" dir="auto">${store.workshop.question}</h2>
      <ol class="steps">${store.all("round").map((round) => step(store, round))}</ol>
    </section>
  </main>`;

function step(store, round) {
  const on = round.id === store.workshop.round;
  const done = !on && round.state !== "waiting";
  return html`
    <li class=${on ? "on" : done ? "done" : ""} data-hat=${round.hat}>
      ${hat(round.hat)}
      <div><b>${say(`hat.${round.hat}.word`)}</b> <span dir="auto">${round.prompt}</span></div>
      <p>${done ? say("projector.done") : round.minutes ? say("projector.minutes", { n: round.minutes }) : ""}</p>
    </li>`;
}
