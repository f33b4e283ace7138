// The template of the deck: a quiet line beside the download, and the dialog behind it.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { closeDialog, dialogHead } from "./dialog.js";
import { focusSoon } from "./focus.js";
import { misfitsView } from "./misfits.js";
import { openParts } from "./parts.js";

const ROLES = ["title", "content", "two_columns", "title_only"];

export function templateLine(desk) {
  return html`
    <button class="template-line" aria-haspopup="dialog" @click=${() => open(desk)}>
      <span dir="auto">${say("desk.template.line", { name: desk.templates.name() })}</span>
    </button>
  `;
}

function open(desk) {
  Object.assign(desk.templates, { failed: "", leaving: "", naming: "" });
  desk.state.dialog = "templates";
  desk.draw();
  desk.templates.load();
}

export function templatesView(desk) {
  const { all, chosen, failed, sending } = desk.templates;
  return html`
    ${dialogHead(say("desk.template.title"))}
    <p>${say("desk.template.why")}</p>
    <fieldset class="shelf">
      <legend>${say("desk.template.choose")}</legend>
      ${rowView(desk, { id: "", name: say("desk.template.own") }, chosen)}
      ${(all ?? []).map((one) => rowView(desk, one, chosen))}
    </fieldset>
    ${fitView(desk.templates.find(chosen))}
    <div class="bring">
      <label class="button" ?data-off=${sending !== null}>
        ${say("desk.template.bring")}
        <input type="file" accept=".pptx,.potx,.ppsx" ?disabled=${sending !== null}
          @change=${({ target }) => bring(desk, target)}>
      </label>
      <small>${say("desk.template.kinds")}</small>
    </div>
    ${sending === null ? nothing : html`
      <progress aria-hidden="true" max="1" .value=${sending}></progress>`}
    <p class="going" role="status">${going(sending)}</p>
    ${failed ? html`<p class="failed" role="alert">${failed}</p>` : nothing}
    ${endView(desk)}
  `;
}

function going(sent) {
  if (sent === null) return "";
  return sent < 1 ? say("desk.template.sending", { n: Math.floor(sent * 100) }) : say("desk.template.bringing");
}

async function bring(desk, input) {
  const [file] = input.files;
  input.value = ""; // so that the same file may be chosen again
  if (file && (await desk.templates.bring(file))) focusSoon(".shelf :checked");
}

function rowView(desk, one, chosen) {
  const { templates, draw } = desk;
  if (one.id && templates.leaving === one.id) return sureView(desk, one);
  if (one.id && templates.naming === one.id) return namingView(desk, one);
  const name = () => {
    Object.assign(templates, { naming: one.id, leaving: "", failed: "" });
    draw();
    focusSoon(".naming input");
  };
  const ask = () => {
    Object.assign(templates, { leaving: one.id, naming: "" });
    draw();
    focusSoon(".leaving .button");
  };
  return html`
    <div class="template" data-template=${one.id}>
      <label>
        <input type="radio" name="template" value=${one.id} .checked=${one.id === chosen}
          @change=${() => templates.choose(one.id)}>
        <span dir="auto">${one.name}</span>
      </label>
      ${one.id
        ? html`<span class="does">
            <button class="menu-button name" aria-label=${say("desk.template.rename", { name: one.name })} @click=${name}>✎</button>
            <button class="menu-button leave" aria-label=${say("desk.template.remove", { name: one.name })} @click=${ask}>✕</button>
          </span>`
        : nothing}
      ${one.id && one.id === chosen ? aboutView(one) : nothing}
    </div>
  `;
}

// Of a template's row, so that the focus goes back to where it was.
const buttonOf = (id, name) => `[data-template="${id}"] .menu-button.${name}`;

// What it is drawn on, and what of the file did not come along.
function aboutView({ removed, roles }) {
  const left = Object.entries(removed).map(([code, n]) =>
    say("desk.template.one_left_out", { what: say(`removed.${code}`), n }));
  const layouts = [...new Set(ROLES.map((role) => roles[role]))].filter(Boolean).join(", ");
  return html`
    <div class="came">
      <p>${say("desk.template.layouts", { names: layouts })}</p>
      <p>${left.length ? say("desk.template.left_out", { what: left.join(", ") }) : say("desk.template.complete")}</p>
    </div>
  `;
}

function namingView({ templates, draw }, { id, name }) {
  const end = () => {
    Object.assign(templates, { naming: "", failed: "" });
    draw();
    focusSoon(buttonOf(id, "name"));
  };
  const save = async (event) => {
    event.preventDefault();
    const given = new FormData(event.target).get("name").trim();
    if (given === name) return end();
    focusSoon((await templates.rename(id, given)) ? buttonOf(id, "name") : ".naming input");
  };
  const escape = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation(); // the dialog stays
    end();
  };
  return html`
    <form class="template naming" @submit=${save} @keydown=${escape}>
      <input name="name" dir="auto" maxlength="80" required aria-label=${say("desk.template.name")} .defaultValue=${name}>
      <button class="button" type="button" @click=${end}>${say("desk.cancel")}</button>
      <button class="button primary">${say("desk.template.save")}</button>
    </form>
  `;
}

function sureView({ templates, draw }, { id, name }) {
  const stay = () => {
    templates.leaving = "";
    draw();
    focusSoon(buttonOf(id, "leave"));
  };
  const leave = () => {
    templates.remove(id);
    focusSoon(".shelf input");
  };
  return html`
    <div class="template leaving">
      <p dir="auto">${say("desk.template.sure", { name })}</p>
      <button class="button" @click=${stay}>${say("desk.cancel")}</button>
      <button class="button grave" @click=${leave}>${say("desk.template.sure_yes")}</button>
    </div>
  `;
}

// What did not fit, for the one that is chosen; nothing is known of one that was kept long ago.
const fitView = (one) => (one?.misfits ? misfitsView(one.misfits) : nothing);

const endView = (desk) => html`
  <div class="buttons">
    <button class="button" ?disabled=${desk.templates.sending !== null} @click=${() => openParts(desk)}>
      ${say("desk.template.see")}
    </button>
    <button class="button primary" @click=${closeDialog}>${say("desk.template.done")}</button>
  </div>
`;
