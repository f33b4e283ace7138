// The rounds as a list to change: which hat, what it asks, for how long, in which order.
import { html, live, repeat } from "../../vendor/lit-html.js";
import { phrases } from "../page.js";
import { say } from "../phrases.js";
import { announce } from "../phone/news.js";
import { hat } from "../phone/hat.js";

const HATS = Object.keys(phrases.hat);
const NEW = { hat: "green", minutes: 5 };

export const rounds = (plan, draw) => html`
  <fieldset class="rounds">
    <legend>${say("new.rounds")} <span class="total">${say("new.total", { n: plan.minutes })}</span></legend>
    <ol>${repeat(plan.rounds, (round) => round.id, (round, n) => one(plan, draw, round, n))}</ol>
    <button type="button" class="button" @click=${() => add(plan, draw)}>${say("new.add")}</button>
  </fieldset>`;

const one = (plan, draw, round, n) => html`
  <li data-hat=${round.hat} id=${round.id} aria-label=${say("new.round", { n: n + 1 })}>
    ${hat(round.hat)}
    <select name="hat" aria-label=${say("new.hat")} @change=${({ target }) => (plan.wear(round, target.value), draw())}>
      ${HATS.map((colour) => html`<option value=${colour} .selected=${colour === round.hat}>${say(`hat.${colour}.name`)}</option>`)}
    </select>
    <label class="minutes">
      <input name="minutes" type="number" min="0" max="240" inputmode="numeric" required aria-label=${say("new.minutes")}
        .value=${live(String(round.minutes))} @input=${({ target }) => ((round.minutes = target.value), draw())}>
      <span aria-hidden="true">min</span>
    </label>
    <textarea name="prompt" rows="2" maxlength="500" dir="auto" aria-label=${say("new.prompt")}
      .value=${live(round.prompt)} @input=${({ target }) => (round.prompt = target.value)}></textarea>
    <div class="moves">
      ${move(plan, draw, round, n, -1)} ${move(plan, draw, round, n, 1)}
      <button type="button" class="button quiet" ?disabled=${plan.rounds.length === 1}
        aria-label=${say("new.remove", { n: n + 1 })} @click=${() => remove(plan, draw, round)}>×</button>
    </div>
  </li>`;

function move(plan, draw, round, n, by) {
  const up = by < 0;
  const last = n + by < 0 || n + by >= plan.rounds.length;
  return html`<button type="button" class="button quiet ${up ? "up" : "down"}" ?disabled=${last}
    aria-label=${say(up ? "new.up" : "new.down", { n: n + 1 })} @click=${() => moveBy(plan, draw, round, by)}>${up ? "↑" : "↓"}</button>`;
}

function moveBy(plan, draw, round, by) {
  plan.move(round, by);
  announce(say("new.moved", { n: plan.rounds.indexOf(round) + 1 }));
  draw();
  focusAfter(round.id, by < 0 ? ".up" : ".down");
}

function remove(plan, draw, round) {
  const next = plan.rounds[plan.rounds.indexOf(round) + 1] ?? plan.rounds.at(-2);
  plan.remove(round);
  announce(say("new.removed"));
  draw();
  focusAfter(next.id, "select");
}

function add(plan, draw) {
  const round = plan.add(NEW.hat, NEW.minutes);
  draw();
  focusAfter(round.id, "select");
}

// The moved element loses focus on its way; at either end the button for going on is disabled.
const focusAfter = (id, wanted) =>
  requestAnimationFrame(() => {
    const buttons = document.getElementById(id)?.querySelectorAll(`${wanted}, .moves button`) ?? [];
    const first = document.getElementById(id)?.querySelector(`${wanted}:not(:disabled)`);
    (first ?? [...buttons].find((button) => !button.disabled))?.focus();
  });
