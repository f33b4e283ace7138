// The facilitator's own panel under the blue cap: the round that is on, its time, the next right thing.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { handsView, timeView } from "./clock.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { roundState } from "./rounds.js";
import { nextButton, otherButtons } from "./next.js";

export function panelView(desk) {
  const on = roundOn(desk.store);
  return html`
    <section class="clock" data-hat="blue" aria-label=${say("desk.clock.title")}>
      ${hatIcon("blue")}
      <p class="on">${on ? onView(on) : notBegun(desk.store)}</p>
      <div class="figures">${timeView(desk, on)} ${on && on.hat !== "blue" ? countsView(desk, on) : nothing}</div>
      ${handsView(desk, on)} ${nextButton(desk, on)}
      <div class="other">${otherButtons(desk, on)}</div>
      ${wordsView(desk, on)}
    </section>
  `;
}

const onView = (on) => html`<b>${hatWord(on.hat)}</b> <span>${roundState(on)}</span>`;

function notBegun(store) {
  const minutes = store.all("round").reduce((sum, round) => sum + round.minutes, 0);
  const total = minutes ? html`<span>${say("desk.clock.total", { n: minutes })}</span>` : nothing;
  return html`<b>${say("desk.clock.not_begun")}</b> ${total}`;
}

function countsView({ store }, on) {
  const all = Math.max(on.writers, store.present);
  return html`
    <p class="counts">
      <b>${say("desk.count.notes", { n: on.notes })}</b>
      ${on.state === "open" && all
        ? html`<span>${say("desk.count.of_present", { n: on.writers, all })}</span>`
        : html`<span>${say("desk.count.writers", { n: on.writers })}</span>`}
    </p>
  `;
}

// Words for the facilitator to say under this hat, out of the way until asked for.
function wordsView({ state }, on) {
  const key = `hat.${on?.hat ?? "blue"}.say`;
  const words = say(key);
  if (words === key) return nothing;
  return html`
    <details class="saying" ?open=${state.saying} @toggle=${({ target }) => (state.saying = target.open)}>
      <summary>${say("desk.clock.say")}</summary>
      <p>${words}</p>
    </details>
  `;
}
