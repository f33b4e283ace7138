// The foot of every scene: how to come along late, and where in the sequence the room is.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { around, stationName } from "./boards.js";
import { address, qr, spaced } from "./join.js";

const WITH_WORDS = 8; // more rounds than these, and only the one that is on is named
const MOST = 13; // of a longer sequence, those around the one that is on

export const foot = (screen) => html`
  <footer class="foot" data-scene=${joining(screen.store) ? "lobby" : screen.store.workshop.scene}>
    ${joining(screen.store) ? here(screen) : late(screen)}
    <ol class="rail" data-many=${screen.store.all("round").length > WITH_WORDS} aria-label=${say("projector.rounds")}>
      ${stations(screen.store)}
    </ol>
  </footer>`;

const joining = ({ workshop }) => workshop.scene === "lobby" || !workshop.round;

// In the lobby the large QR code is above: here stands how many have found it.
const here = ({ store, state }) => html`
  <p class="here">${state.lost ? lost() : html`<b>${store.present}</b> ${say("projector.present", { n: store.present })}`}</p>`;

const late = ({ store, state }) => html`
  ${qr(store)}
  <p class="join">
    ${state.lost ? lost() : html`<span>${say("projector.join")}</span>`}
    <b class="address">${address()}</b> <b class="code">${spaced(store.workshop.id)}</b>
  </p>`;

const lost = () => html`<span class="lost">${say("projector.lost")}</span>`;

function stations(store) {
  const rounds = store.all("round");
  const at = rounds.findIndex((round) => round.id === store.workshop.round);
  const few = rounds.length <= WITH_WORDS;
  return around(rounds, at, MOST).map((n) => station(rounds[n], n, rounds.length, at, few));
}

function station(round, n, count, at, few) {
  const on = n === at;
  const state = on ? "on" : round.state === "waiting" ? "todo" : "done";
  return html`
    <li class=${state} data-hat=${round.hat} aria-current=${on ? "step" : nothing}>
      ${hat(round.hat)} <span class=${few || on ? "" : "sr"}>${stationName(round, n, count)}</span>
    </li>`;
}
