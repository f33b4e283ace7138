// The cards of what the facilitator asks for, in the order of asks.js, and what came of an earlier one.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { checkCard } from "./check.js";
import { checkedCard } from "./checked.js";
import { fileCard } from "./file.js";
import { resultCards } from "./results.js";
import { voteCard } from "./vote.js";

const CARDS = { check: checkCard, vote: voteCard, file: fileCard };

export const asked = (phone, now) => html`
  ${phone.trouble ? trouble(phone) : nothing}
  ${repeat(now.asks, ({ kind, hat }) => `${kind} ${hat}`, ({ kind, hat }) => CARDS[kind](phone, hat))}
  ${checkedCard(phone, now)} ${resultCards(phone, now)}`;

// The server said no to a tap: what it showed as done is as it was before.
const trouble = (phone) => html`
  <div class="trouble">
    <p>${phone.trouble}</p>
    <button type="button" class="button" @click=${() => calm(phone)}>${say("phone.understood")}</button>
  </div>`;

function calm(phone) {
  phone.trouble = "";
  phone.draw();
}
