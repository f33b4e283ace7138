// The clock of the round that is on. It is soft: at zero it asks to finish, and takes nothing away.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { clockText, roundOn, timeLeft } from "../store.js";

const MINUTE_MS = 60_000;

// What it reads now, for noticing that it must be drawn again.
export function clockNow({ store }) {
  const left = timeLeft(roundOn(store), store.now());
  return left === null ? "" : clockText(left);
}

export function clock(store, round) {
  const left = timeLeft(round, store.now());
  if (left === null) return html`<p class="clock words">${say(`projector.state.${round.state}`)}</p>`;
  if (left === 0 && round.hat === "blue") return nothing; // nobody writes who could finish
  if (left === 0) return html`<p class="clock words">${say("projector.time_up")}</p>`;
  const text = clockText(left);
  return html`
    <p class="clock ${text.length > 4 ? "long" : ""}" role="timer" aria-label=${say("projector.time_left")}>
      <small>${say(round.ends_at ? "projector.time_left" : "projector.paused")}</small>${text}
    </p>`;
}

// How much of the round's time is left. Minutes that were added make the whole longer.
export function timeBar(store, round) {
  const left = timeLeft(round, store.now());
  if (left === null) return nothing;
  const whole = Math.max(round.minutes * MINUTE_MS, left, 1);
  return html`<progress class="bar" aria-hidden="true" max=${whole} .value=${left}></progress>`;
}
