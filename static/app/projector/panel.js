// The panel that wears the hat: what is asked, and how much time is left.
import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { clockText } from "../store.js";

export const panel = (store, on, left) => html`
  <section class="panel" data-hat=${on.hat}>
    ${keyed(on.id, html`<div class="worn">${hat(on.hat)}</div>`)}
    <div class="asked" data-fit="0.5">
      <p class="kicker">${say(`hat.${on.hat}.name`)}</p>
      <h1>${say(`hat.${on.hat}.word`)}</h1>
      <p class="prompt" dir="auto">${on.prompt}</p>
    </div>
    <div class="time">${clock(on, left)} ${on.hat === "blue" ? nothing : counts(store, on)}</div>
    ${left === null ? nothing : html`<progress max=${Math.max(on.minutes * 60_000, left)} .value=${left} aria-hidden="true"></progress>`}
  </section>`;

function clock(on, left) {
  if (left === null) return html`<p class="state">${say(`projector.${on.state}`)}</p>`;
  if (left === 0) return html`<p class="state">${say("projector.time_up")}</p>`;
  const text = clockText(left);
  return html`
    <p class="clock" role="timer" aria-label=${say("projector.time_left", { clock: text })}>
      <small>${say(on.ends_at ? "projector.left" : "projector.paused")}</small>${text}
    </p>`;
}

const counts = (store, on) => html`
  <p class="counts">
    <b>${on.notes}</b> ${say("projector.notes", { n: on.notes })}
    <span>${say("projector.writers", { n: on.writers, of: Math.max(on.writers, store.present) })}</span>
  </p>`;
