// The top of the page: which hat is on, what it asks, and how much time is left.
import { html, keyed, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { clockText } from "../store.js";
import { hat } from "../hat.js";
import { outside } from "./outside.js";

export function head(phone, now) {
  if (now.moment === "write") return asking(now);
  if (now.asks.length) return calling(now);
  return now.workshop.scene === "outcomes" ? closing(now) : looking(phone, now);
}

// Everybody writes: a low band in the hat's colour, so that the composer stays above the keyboard.
const asking = ({ workshop, on, left }) => html`
  <header class="asking" data-hat=${on.hat}>
    ${timeBar(on, left)}
    <p class="question" dir="auto">${workshop.question}</p>
    <p class="line"><b>${say(`hat.${on.hat}.name`)}</b> ${clock(on, left)}</p>
    ${heading(on.prompt || say(`hat.${on.hat}.asks`))}
    ${left === 0 ? html`<p class="up">${say("phone.time_up")}</p>` : nothing}
  </header>`;

// The facilitator asks for something that is done on the phone: a low band, so that it is seen at once.
const calling = ({ asks, on, left }) => {
  const ask = asks.find(({ done }) => !done) ?? asks[0];
  return html`
    <header class="asking calling" data-hat=${ask.hat}>
      <p class="line"><b>${say(`hat.${ask.hat}.name`)}</b> ${clock(on, left)}</p>
      ${heading(say(ask.done ? "phone.look" : `phone.call_${ask.kind}`))}
    </header>`;
};

// What was decided is the facilitator's hat; it is read on the phone as well, so the band stays low.
const closing = ({ on, left }) => html`
  <header class="asking closing" data-hat="blue">
    <p class="line"><b>${say("hat.blue.name")}</b> ${clock(on, left)}</p>
    ${heading(say("phone.look"))}
    <p>${say("phone.look_outcomes")}</p>
  </header>`;

const LONG = 110; // characters that fill the heading's room on a small phone

const heading = (text) => html`<h1 class=${text.length > LONG ? "long" : ""} dir="auto">${text}</h1>`;

// Nobody writes: a panel that wears the hat says where to look.
function looking(phone, now) {
  const { on, moment, left } = now;
  const colour = moment === "lobby" ? "blue" : on.hat;
  return html`
    <header class="looking" data-hat=${colour}>
      ${keyed(colour, hat(colour))}
      <div class="panel">
        ${moment === "lobby" ? welcome(phone, now) : look(now)}
        ${moment === "blue" && left !== null ? html`<p class="line">${clock(on, left)}</p>` : nothing}
      </div>
    </header>`;
}

const welcome = ({ live }, { workshop }) => html`
  <p class="kicker">${say("phone.question")}</p>
  ${heading(workshop.question)}
  <p class="present">${say("phone.present", { n: Math.max(1, live.store.present) })}</p>
  <p>${say("phone.begins")}</p>
  ${outside()}`;

const look = (now) => html`
  <p class="kicker">${say(`hat.${now.on.hat}.name`)}</p>
  <h1>${say("phone.look")}</h1>
  ${whatIsAsked(now)}
  <p>${say(`phone.${lookWhy(now)}`)}</p>
  ${now.moment === "blue" || now.last ? nothing : html`<p>${say("phone.next")}</p>`}`;

const whatIsAsked = ({ moment, on }) =>
  moment === "blue" && on.prompt ? html`<p class="prompt" dir="auto">${on.prompt}</p>` : nothing;

function lookWhy({ moment, on, workshop }) {
  if (["themes", "synthesis"].includes(workshop.scene)) return `look_${workshop.scene}`;
  if (on.hat === "blue") return moment === "blue" ? "look_blue" : "look_between";
  return `look_${moment === "closed" && on.at_once ? "revealed" : moment}`;
}

const timeBar = (on, left) =>
  left === null
    ? nothing
    : html`<progress class="time" aria-hidden="true" max=${Math.max(on.minutes * 60_000, left)} .value=${left}></progress>`;

function clock(on, left) {
  if (left === null) return nothing;
  const text = clockText(left);
  return html`
    ${on.ends_at ? nothing : html`<span class="paused">${say("phone.paused")}</span>`}
    <span class="clock" role="timer" aria-label=${say("phone.time_left", { clock: text })}>${text}</span>`;
}
