// One of one's own notes: its text, what became of it, and while its round is open the way to change it.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { icons } from "./icons.js";
import { changeNote, takeBack } from "./writing.js";

// The note that is open for changes on this phone, and whether taking it back was asked for.
const open = { id: "", asking: false };

export const ownNote = (phone, note) => html`
  <li class="note" data-note=${note.id} data-hat=${note.hat} data-state=${note.state}>
    ${open.id === note.id ? editor(phone, note) : card(phone, note)}
  </li>`;

const card = (phone, note) => html`
  <div class="said">
    <p class="text" dir="auto">${note.text}</p>
    <p class="state">
      ${hat(note.hat)}${icons[note.state]}<span>${say(`phone.${note.state}`)}</span>
      ${note.marks.includes("crazy") ? html`${icons.crazy}<span>${say("mark.crazy")}</span>` : nothing}
    </p>
    ${note.state === "hidden" ? html`<p class="hint">${say("phone.hidden_why")}</p>` : nothing}
  </div>
  ${note.changeable ? pencil(phone, note) : nothing}`;

const pencil = (phone, note) => html`
  <button type="button" class="pencil" aria-label=${say("phone.edit", { text: note.text.slice(0, 60) })}
    @click=${() => show(phone, note.id)}>${icons.edit}</button>`;

const editor = (phone, note) => html`
  <form class="editor" @submit=${(submit) => save(phone, note, submit)} @keydown=${(press) => keys(phone, press)}>
    <label class="sr" for="change">${say("phone.text")}</label>
    <textarea id="change" rows="3" dir="auto" .defaultValue=${note.text}></textarea>
    ${open.asking ? asked(phone, note) : choices(phone)}
  </form>`;

const choices = (phone) => html`
  <div class="choices">
    <button class="button primary">${say("phone.save")}</button>
    <button type="button" class="button" @click=${() => show(phone, "")}>${say("phone.cancel")}</button>
    <button type="button" class="button quiet" @click=${() => ask(phone, true)}>${say("phone.withdraw")}</button>
  </div>`;

const asked = (phone, note) => html`
  <div class="choices" role="group" aria-labelledby="asked">
    <p id="asked">${say("phone.withdraw_ask")}</p>
    <button type="button" class="button primary" @click=${() => withdraw(phone, note)}>${say("phone.withdraw_yes")}</button>
    <button type="button" class="button" @click=${() => ask(phone, false)}>${say("phone.withdraw_no")}</button>
  </div>`;

function show(phone, id) {
  const before = open.id;
  Object.assign(open, { id, asking: false });
  phone.draw(() => (id ? writeOn() : pencilOf(before)?.focus()));
}

function writeOn() {
  const field = document.getElementById("change");
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

// Focus follows the question, or a keyboard would be left nowhere.
function ask(phone, asking) {
  open.asking = asking;
  phone.draw(() => document.querySelector(".editor .choices button:last-of-type")?.focus());
}

function save(phone, note, submit) {
  submit.preventDefault();
  const text = document.getElementById("change").value.trim();
  if (text && text !== note.text) changeNote(phone, note, text);
  show(phone, "");
}

function withdraw(phone, note) {
  takeBack(phone, note);
  Object.assign(open, { id: "", asking: false });
  phone.draw(() => document.getElementById("text")?.focus());
}

function keys(phone, press) {
  if (press.key === "Escape") show(phone, "");
  if (press.key === "Enter" && !press.shiftKey && !press.isComposing && press.target.id === "change") {
    press.preventDefault();
    press.currentTarget.requestSubmit();
  }
}

const pencilOf = (id) => document.querySelector(`[data-note="${id}"] .pencil`);
