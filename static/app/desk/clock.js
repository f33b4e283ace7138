// The clock of the round that is on: what it reads, and the hands that stop it and add to it.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { clockText, roundOn, timeLeft } from "../store.js";

const MINUTE_MS = 60_000;

// What it reads now, for noticing that it must be drawn again.
export function clockNow({ store }) {
  const left = timeLeft(roundOn(store), store.now());
  return left === null ? "" : clockText(left);
}

export function timeView({ store }, on) {
  if (on?.state !== "open") return nothing;
  const left = timeLeft(on, store.now());
  const time = left === null ? say("desk.clock.none") : clockText(left);
  return html`
    <div class="time">
      <p class=${left === null ? "untimed" : "digits"} role="timer" aria-label=${say("desk.clock.left")}>${time}</p>
      ${left === 0 ? html`<p class="up">${say("desk.clock.up")}</p>` : nothing}
    </div>
  `;
}

export function handsView(desk, on) {
  if (on?.state !== "open") return nothing;
  return html`
    <div class="hands">
      ${pauseButton(desk, on, timeLeft(on, desk.store.now()))}
      <button class="button" @click=${() => addMinute(desk, on)}>${say("desk.clock.minute")}</button>
    </div>
  `;
}

function pauseButton({ act, store }, on, left) {
  if (!left) return nothing;
  const stand = () => act("set_clock", { id: on.id, remaining: Math.max(1, timeLeft(on, store.now())) });
  const run = () => act("set_clock", { id: on.id, ends_at: store.now() + on.remaining });
  return on.ends_at
    ? html`<button class="button" @click=${stand}>${say("desk.clock.pause")}</button>`
    : html`<button class="button" @click=${run}>${say("desk.clock.go_on")}</button>`;
}

// One minute more than what is left; a clock that stands still goes on standing.
function addMinute({ act, store }, on) {
  if (!on.ends_at && on.remaining) return act("set_clock", { id: on.id, remaining: on.remaining + MINUTE_MS });
  return act("set_clock", { id: on.id, ends_at: Math.max(on.ends_at, store.now()) + MINUTE_MS });
}
