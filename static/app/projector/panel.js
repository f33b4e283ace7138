// The panel wears its hat: which way of looking is on, what it asks, how long, and how far the room is.
import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { asks, word } from "./boards.js";
import { clock, timeBar } from "./clock.js";

const LONG = 110; // letters of a prompt that needs the room of the heading

export const panel = (screen, round) => html`
  <section class="panel ${asks(round).length > LONG ? "wordy" : ""}" data-hat=${round.hat} aria-labelledby="on">
    ${worn(screen, round.hat)}
    <p class="kicker">${say(`hat.${round.hat}.name`)}</p>
    <h1 id="on">${word(round.hat)}</h1>
    <p class="prompt" dir="auto" data-fit="1.15" data-box><span data-clamp>${asks(round)}</span></p>
    <div class="time">${clock(screen.store, round)} ${round.hat === "blue" ? nothing : counts(screen.store, round)}</div>
    ${timeBar(screen.store, round)}
  </section>`;

// The new hat lands while the old one lifts off.
export const worn = ({ state }, colour) => html`
  ${state.leaving ? html`<div class="worn lifting" data-hat=${state.leaving} aria-hidden="true">${hat(state.leaving)}</div>` : nothing}
  ${keyed(colour, html`<div class="worn">${hat(colour)}</div>`)}`;

const counts = (store, round) => html`
  <p class="counts">
    <b>${round.notes}</b> ${say("projector.notes", { n: round.notes })}
    <span>${round.state === "open"
      ? say("projector.writers", { n: round.writers, of: Math.max(round.writers, store.present) })
      : say("projector.writers_all", { n: round.writers })}</span>
  </p>`;
