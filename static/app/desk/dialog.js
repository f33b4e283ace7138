// The one dialog of the page: QR code, keys, details of the workshop, forgetting authors, an updated deck.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { detailsForm } from "./details.js";
import { keysView } from "./keylist.js";
import { linksView } from "./links.js";
import { partsView } from "./parts.js";
import { tell } from "./state.js";
import { templatesView } from "./templateview.js";
import { updateView } from "./update.js";

const VIEWS = {
  qr: linksView,
  keys: keysView,
  details: detailsForm,
  parts: partsView,
  templates: templatesView,
  forget: forgetView,
  forget_sure: sureView,
  update: updateView,
};

export function dialogView(desk) {
  const { dialog } = desk.state;
  return html`
    <dialog id="dialog" class=${dialog} aria-labelledby="dialog-title" @close=${() => closed(desk)}
      @click=${(event) => event.target === event.currentTarget && closeDialog()}>
      ${dialog ? html`<div class="inside">${VIEWS[dialog](desk)}</div>` : nothing}
    </dialog>
  `;
}

export const dialogHead = (title) => html`
  <div class="dialog-head">
    <h2 id="dialog-title">${title}</h2>
    <button class="button quiet close" aria-label=${say("desk.close")} @click=${closeDialog}>✕</button>
  </div>
`;

export const closeDialog = () => document.getElementById("dialog").close();

function closed(desk) {
  desk.state.dialog = "";
  desk.draw();
}

// After each picture.
export function keepDialog({ state }) {
  const dialog = document.getElementById("dialog");
  if (state.dialog && dialog && !dialog.open) dialog.showModal();
}

function forgetView(desk) {
  return html`
    ${dialogHead(say("desk.forget.title"))}
    <p>${say("desk.forget.text")}</p>
    <p>${say("desk.forget.kept")}</p>
    ${answers("desk.forget.go_on", () => {
      desk.state.dialog = "forget_sure";
      desk.draw();
    })}
  `;
}

function sureView(desk) {
  return html`
    ${dialogHead(say("desk.forget.sure"))}
    <p>${say("desk.forget.final")}</p>
    ${answers("desk.forget.do", () => {
      closeDialog();
      forget(desk);
    })}
  `;
}

async function forget(desk) {
  const { ok } = await desk.act("forget_authors", {});
  if (ok) tell(desk, say("desk.did.forgotten"));
}

const answers = (key, does) => html`
  <div class="buttons">
    <button class="button" autofocus @click=${closeDialog}>${say("desk.cancel")}</button>
    <button class="button grave" @click=${does}>${say(key)}</button>
  </div>
`;
