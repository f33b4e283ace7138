// Texts that came back, with the reason and what can be done: send again, copy, or let go.
import { copy } from "../copy.js";
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { refusal, say } from "../phrases.js";
import { announce } from "./news.js";
import { postAgain } from "./writing.js";

const TITLE = { post_note: "refused", edit_note: "refused_edit", withdraw_note: "refused_withdraw", agree: "refused_remark" };
const NOTES = ["post_note", "edit_note"]; // what can be sent again as a note

export const returns = (phone, now) =>
  html`${repeat(phone.returned.all(), (one) => `${one.action} ${one.id}`, (one) => card(phone, now, one))}`;

const card = (phone, { writable }, one) => html`
  <section class="returned">
    <h2>${say(`phone.${TITLE[one.action]}`)}</h2>
    <p>${refusal(one.answer)}</p>
    ${one.text ? html`<p class="text" dir="auto">${one.text}</p>` : nothing}
    <div class="choices">
      ${writable && one.text && NOTES.includes(one.action) ? again(phone, writable, one) : nothing}
      ${one.text ? html`<button type="button" class="button" @click=${() => copyText(one.text)}>${say("phone.copy")}</button>` : nothing}
      <button type="button" class="button quiet" @click=${() => drop(phone, one)}>${say("phone.discard")}</button>
    </div>
  </section>`;

const again = (phone, to, one) => html`
  <button type="button" class="button primary" data-hat=${to.hat}
    @click=${() => (postAgain(phone, one, to), drop(phone, one))}>
    ${say("phone.send_again", { of: say(`hat.${to.hat}.of`) })}
  </button>`;

function drop(phone, one) {
  phone.returned.drop(one);
  phone.draw();
}

const copyText = (text) => announce(say(copy(text) ? "phone.copied" : "phone.not_copied"));
