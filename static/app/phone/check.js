// Is the synthesis what the room means? Two large answers, and a field for what is missing.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { ownAnswer } from "./answers.js";
import { card, focusTitle } from "./card.js";
import { announce } from "./news.js";
import { remarkField } from "./remarkfield.js";

const reconsidering = new Set(); // hats whose answer is being changed

export function checkCard(phone, hat) {
  const { store, outbox } = phone.live;
  const synthesis = store.row("synthesis", hat);
  const answer = ownAnswer(store, outbox, hat);
  const changed = phone.remark.overtaken(hat, synthesis.text);
  const told = answer && !changed && !reconsidering.has(hat) && phone.remark.draft(hat) === undefined;
  return card("check", hat, say("phone.check_ask"), html`
    <p class="quoted text" dir="auto">${synthesis.text}</p>
    ${changed ? html`<p class="changed">${say("phone.check_changed")}</p>` : nothing}
    ${told ? answered(phone, hat, answer) : question(phone, synthesis, answer)}
    ${synthesis.answered ? html`<p class="hint">${say("phone.check_answered", { n: synthesis.answered })}</p>` : nothing}`);
}

function question(phone, synthesis, answer) {
  const { hat } = synthesis;
  if (phone.remark.draft(hat) !== undefined) {
    return remarkField(phone, hat, { send: (text) => send(phone, synthesis, 0, text), giveUp: () => giveUp(phone, hat) });
  }
  const begun = answer?.remark ?? "";
  return html`
    <div class="answers">
      <button type="button" class="button primary" @click=${() => send(phone, synthesis, 1, "")}>${say("phone.check_yes")}</button>
      <button type="button" class="button" @click=${() => begin(phone, hat, begun)}>${say("phone.check_no")}</button>
    </div>`;
}

const answered = (phone, hat, { agrees, remark, state, waiting }) => html`
  <div class="answer">
    <p class="done">${say(agrees ? "phone.check_said_yes" : "phone.check_said_no")}</p>
    ${remark ? html`<p class="text" dir="auto">${remark}</p>` : nothing}
    ${waiting && phone.away ? html`<p class="hint">${say("phone.check_later")}</p>` : nothing}
    ${["answered", "kept", "hidden"].includes(state) ? html`<p class="hint">${say(`phone.remark_${state}`)}</p>` : nothing}
  </div>
  <p class="choices">
    <button type="button" class="button" @click=${() => reconsider(phone, hat)}>${say("phone.check_change")}</button>
  </p>`;

function begin(phone, hat, text) {
  phone.remark.write(hat, text);
  phone.draw(() => document.getElementById(`remark-${hat}`)?.focus());
}

function giveUp(phone, hat) {
  phone.remark.drop(hat);
  reconsidering.delete(hat);
  phone.draw(() => focusTitle("check", hat));
}

function reconsider(phone, hat) {
  reconsidering.add(hat);
  phone.draw(() => focusTitle("check", hat));
}

async function send(phone, { hat, text }, agrees, remark) {
  phone.calmed();
  phone.remark.answer(hat, text);
  reconsidering.delete(hat);
  const sending = phone.live.act("agree", { hat, agrees, remark, text });
  phone.draw(() => focusTitle("check", hat));
  if (!phone.live.online()) announce(say("phone.check_later"));
  if ((await sending).ok) announce(say(agrees ? "phone.check_said_yes" : "phone.check_kept"));
}
