// A name, for those who want one. Asked openly before the first round, folded away after it.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { announce } from "./news.js";

export function name(phone, { moment, workshop }) {
  const mine = phone.live.store.row("participant", phone.person)?.name ?? "";
  const asked = field(phone, workshop, mine);
  if (moment === "lobby") return html`<section class="name">${asked}</section>`;
  return html`<details class="name"><summary>${mine || say("phone.name")}</summary>${asked}</details>`;
}

const field = (phone, workshop, mine) => html`
  <form @submit=${(submit) => save(phone, submit)}>
    <label for="name">${say("phone.name")}</label>
    <div class="beside">
      <input id="name" maxlength="40" autocomplete="nickname" enterkeyhint="done" dir="auto"
        aria-describedby="name-hint" .defaultValue=${mine}>
      <button class="button">${say("phone.name_save")}</button>
    </div>
    <p class="hint" id="name-hint">${say(workshop.named ? "phone.name_named" : "phone.name_anonymous")}</p>
  </form>`;

async function save({ live }, submit) {
  submit.preventDefault();
  const field = document.getElementById("name");
  field.blur();
  const answer = await live.act("rename_me", { name: field.value });
  if (answer.ok) announce(say("phone.name_saved"));
}
