// A deck that somebody has edited goes up, comes back up to date, and says what happened to it.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { closeDialog, dialogHead } from "./dialog.js";
import { hand } from "./hand.js";
import { tell } from "./state.js";

const KIND = ".pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation";
const LISTS = ["added", "updated", "kept", "own", "deleted", "removed"]; // in the order they are told

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
  return { name: file.name, ...JSON.parse(form.get("report")) };
}

export function updateView({ state }) {
  const { update } = state;
  if (!update) return html`${dialogHead(say("desk.update.working"))}<progress aria-labelledby="dialog-title"></progress>`;
  if (update.failed) return html`${dialogHead(say("desk.update.choose"))}<p class="failed" role="alert">${update.failed}</p>${endView()}`;
  const found = LISTS.filter((name) => update[name].length);
  return html`
    ${dialogHead(say("desk.update.title"))}
    <p>${say("desk.update.done", { name: update.name })}</p>
    ${found.includes("added") || found.includes("updated") ? nothing : html`<p>${say("desk.update.nothing")}</p>`}
    <div class="happened">
      ${conflictsView(update.conflicts)} ${found.map((name) => listView(name, update[name]))}
      ${leftOutView(Object.keys(update.left_out))}
    </div>
    ${endView()}
  `;
}

const endView = () => html`
  <div class="buttons"><button class="button primary" autofocus @click=${closeDialog}>${say("desk.close")}</button></div>
`;

const conflictsView = (conflicts) =>
  conflicts.length
    ? html`
        <h3>${say("desk.update.conflicts")}</h3>
        <ul class="conflicts">
          ${conflicts.map((one) => html`<li><b dir="auto">${named(one)}</b> ${say(`desk.update.what.${one.what}`)}</li>`)}
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

const named = ({ slide, title }) => (slide ? say("desk.update.slide", { slide, title }) : title);
