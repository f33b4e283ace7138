// The foot of every scene: how to join late, and where in the sequence the room is.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { qr, spaced } from "./lobby.js";

export const foot = (store, online) => html`
  <footer>
    ${qr(store)}
    <p class="join"><span>${say("projector.join")}</span> <b>${page.address}</b> <b class="code">${spaced(store.workshop.id)}</b></p>
    ${online ? nothing : html`<p class="away">${say("projector.away")}</p>`}
    <ol class="rail" aria-label=${say("projector.rounds")}>
      ${store.all("round").map((round) => station(store, round))}
    </ol>
  </footer>`;

function station(store, round) {
  const on = round.id === store.workshop.round;
  const state = on ? "on" : round.state === "waiting" ? "todo" : "done";
  return html`
    <li class=${state} data-hat=${round.hat} aria-current=${on ? "step" : nothing}>
      ${hat(round.hat)} <span>${say(`hat.${round.hat}.word`)}</span>
    </li>`;
}
