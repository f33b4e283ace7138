// A deck that somebody has edited goes up, comes back up to date, and says what happened to it.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { closeDialog, dialogHead } from "./dialog.js";
import { focusSoon } from "./focus.js";
import { hand } from "./hand.js";
import { tell } from "./state.js";
import { sorted } from "./updated.js";

const KIND = ".pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation";
const LISTS = ["added", "updated", "both", "kept", "own", "deleted", "removed"]; // in the order they are told
const NEWS = ["added", "updated", "both", "removed"];

export function chooseDeck(desk) {
  const field = document.createElement("input");
  Object.assign(field, { type: "file", accept: KIND });
  field.addEventListener("change", () => field.files[0] && updateDeck(desk, field.files[0]));
  field.click();
}

export async function updateDeck(desk, file) {
  const { state } = desk;
  if (state.busy) return;
  Object.assign(state, { busy: "update", failed: "", dialog: "update", update: null });
  tell(desk, say("desk.update.working"));
  if (desk.online()) await desk.drafts.saveAll();
  try {
    state.update = await sent(desk, file);
    tell(desk, say("desk.update.title"));
  } catch (why) {
    state.update = { failed: why.message };
    tell(desk, why.message);
  }
  Object.assign(state, { busy: "", dialog: "update" });
  desk.draw();
  focusSoon(".update .buttons .primary");
}

async function sent({ ticket }, body) {
  const options = { method: "POST", body, headers: { Authorization: `Bearer ${ticket}` } };
  const answer = await fetch(`/api/workshops/${page.code}/update`, options).catch(() => {
    throw new Error(say("desk.update.no_answer"));
  });
  if (!answer.ok) {
    const { message } = await answer.json().catch(() => ({}));
    throw new Error(message || say("desk.export.failed"));
  }
  const form = await answer.formData();
  const file = form.get("file");
  hand(file, file.name);
  return { name: file.name, ...sorted(JSON.parse(form.get("report"))) };
}

export function updateView(desk) {
  const { update } = desk.state;
  if (!update) return html`${dialogHead(say("desk.update.working"))}<progress aria-labelledby="dialog-title"></progress>`;
  if (update.failed) return failedView(desk, update.failed);
  const found = LISTS.filter((name) => update[name].length);
  return html`
    ${dialogHead(say("desk.update.title"))}
    <p>${say("desk.update.done", { name: update.name })}</p>
    ${found.some((name) => NEWS.includes(name)) ? nothing : html`<p>${say("desk.update.nothing")}</p>`}
    <div class="happened">
      ${conflictsView(update.conflicts)} ${found.map((name) => listView(name, update[name]))}
      ${leftOutView(Object.keys(update.left_out))}
    </div>
    ${endView()}
  `;
}

const failedView = (desk, why) => html`
  ${dialogHead(say("desk.update.failed"))}
  <p class="failed" role="alert">${why}</p>
  <div class="buttons">
    <button class="button" @click=${closeDialog}>${say("desk.close")}</button>
    <button class="button primary" @click=${() => chooseDeck(desk)}>${say("desk.update.again")}</button>
  </div>
`;

const endView = () => html`
  <div class="buttons"><button class="button primary" @click=${closeDialog}>${say("desk.close")}</button></div>
`;

const conflictsView = (conflicts) =>
  conflicts.length
    ? html`
        <h3>${say("desk.update.conflicts")}</h3>
        <ul class="conflicts">
          ${conflicts.map((one) => html`<li><b dir="auto">${named(one)}</b> ${one.what.map((what) => html`<p>${say(`desk.update.what.${what}`)}</p>`)}</li>`)}
        </ul>
      `
    : nothing;

const listView = (name, slides) => html`
  <h3>${say(`desk.update.${name}`)} (${slides.length})</h3>
  <ul>${slides.map((one) => html`<li dir="auto">${named(one)}</li>`)}</ul>
`;

const leftOutView = (codes) =>
  codes.length
    ? html`<h3>${say("desk.update.left_out")}</h3>
        <ul>${codes.map((code) => html`<li>${say(`removed.${code}`)}</li>`)}</ul>`
    : nothing;

function named({ slide, title }) {
  const shown = title.trim() || say("desk.update.untitled");
  return slide ? say("desk.update.slide", { slide, title: shown }) : shown;
}
