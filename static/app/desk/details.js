// What the workshop is called, and what it asks.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { closeDialog, dialogHead } from "./dialog.js";

const FIELDS = ["title", "question", "organiser", "date"];

export const detailsForm = (desk) => html`
  ${dialogHead(say("desk.details.title"))}
  <form class="details" @submit=${(event) => save(desk, event)}>
    ${field("title", line("title", desk))}
    ${field("question", html`<textarea name="question" dir="auto" rows="3" maxlength="500" required
      .defaultValue=${desk.store.workshop.question}></textarea>`)}
    ${field("organiser", line("organiser", desk))}
    ${field("date", html`<input name="date" type="date" .defaultValue=${desk.store.workshop.date}>`)}
    <div class="buttons">
      <button class="button" type="button" @click=${closeDialog}>${say("desk.cancel")}</button>
      <button class="button primary">${say("desk.save")}</button>
    </div>
  </form>
`;

const line = (name, { store }) => html`
  <input name=${name} dir="auto" maxlength="200" .defaultValue=${store.workshop[name]}>
`;

const field = (name, input) => html`<label>${say(`desk.details.${name === "title" ? "name" : name}`)} ${input}</label>`;

function save(desk, event) {
  event.preventDefault();
  const given = new FormData(event.target);
  const old = desk.store.workshop;
  const news = FIELDS.map((name) => [name, given.get(name).trim()]).filter(([name, value]) => value !== old[name]);
  if (news.length) desk.act("edit_workshop", Object.fromEntries(news));
  closeDialog();
}
