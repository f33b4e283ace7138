// A decision or an action in the making. Every letter is kept until it is saved or let go.
import { html, keyed, live, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { names, said, themesByHat } from "./concluded.js";
import { perform } from "./filing.js";
import { focusSoon } from "./focus.js";
import { hatWord } from "./hat.js";

const KINDS = ["decision", "action"];

export function outcomeForm(desk, draft) {
  const set = (news) => {
    desk.unfinished.keep({ ...draft, ...news });
    desk.draw();
  };
  const field = (name) => ({ target }) => set({ [name]: target.value });
  return keyed(draft.id, html`
    <form class="form outcome-form" aria-label=${say(`desk.outcome.${draft.kind}`)}
      @keydown=${(event) => onKey(desk, event)} @submit=${(event) => (event.preventDefault(), save(desk, draft))}>
      <fieldset>
        <legend class="sr">${say("desk.outcome.kind")}</legend>
        ${KINDS.map((kind) => html`
          <label class="check"><input type="radio" name="kind" value=${kind} .checked=${live(draft.kind === kind)}
            @change=${field("kind")}> ${say(`desk.outcome.${kind}`)}</label>`)}
      </fieldset>
      <label>${say(`desk.outcome.text_${draft.kind}`)}
        <textarea id="outcome-text" dir="auto" rows="3" maxlength="4000" required .value=${live(draft.text)}
          @input=${field("text")}></textarea></label>
      <div class="who">
        <label>${say("desk.outcome.owner")}
          <input dir="auto" maxlength="200" autocomplete="off" list="owners" .value=${live(draft.owner)}
            @input=${field("owner")}></label>
        <label>${say("desk.outcome.due")}
          <input type="date" .value=${live(draft.due)} @change=${field("due")}></label>
      </div>
      <datalist id="owners">${names(desk.store).map((name) => html`<option value=${name}></option>`)}</datalist>
      ${restsFields(desk, draft, set)}
      <div class="buttons">
        <button class="button primary">${say("desk.save")}</button>
        <button class="button quiet" type="button" @click=${() => letGo(desk, draft)}>${say("desk.cancel")}</button>
      </div>
    </form>
  `);
}

function restsFields(desk, draft, set) {
  const { themes, notes } = said(desk.store, draft);
  const groups = themesByHat(desk.store);
  const pick = (id, picked) => set({ themes: picked ? [...themes, id] : themes.filter((one) => one !== id) });
  if (!groups.length && !notes.length) return nothing;
  return html`
    <details class="rests-on">
      <summary>${say("desk.outcome.rests")}
        <span>${themes.length + notes.length || say("desk.outcome.rests_none")}</span></summary>
      <ul>${repeat(notes, (id) => id, (id) => restingNote(desk.store.row("note", id),
        () => set({ notes: notes.filter((one) => one !== id) })))}</ul>
      ${groups.map(([hat, of]) => html`
        <fieldset data-hat=${hat}>
          <legend>${hatWord(hat)}</legend>
          ${repeat(of, ({ id }) => id, ({ id, name }) => html`
            <label class="check"><input type="checkbox" .checked=${live(themes.includes(id))}
              @change=${({ target }) => pick(id, target.checked)}> <span dir="auto">${name}</span></label>`)}
        </fieldset>
      `)}
    </details>
  `;
}

const restingNote = ({ hat, text }, drop) => html`
  <li data-hat=${hat}>
    <span dir="auto">${text}</span>
    <button class="menu-button" type="button" aria-label=${say("desk.synthesis.unlink", { text: text.slice(0, 60) })}
      @click=${drop}>✕</button>
  </li>
`;

// Escape folds the form away and loses nothing; Ctrl and Enter save.
function onKey(desk, event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return event.currentTarget.requestSubmit();
  if (event.key !== "Escape") return;
  event.stopPropagation();
  fold(desk);
}

function fold(desk) {
  desk.state.outcome = "";
  desk.draw();
  focusSoon("#outcome-add");
}

function letGo(desk, { id }) {
  desk.unfinished.drop(id);
  fold(desk);
}

// What the server refuses comes back to the hand that wrote it.
async function save(desk, draft) {
  const outcome = { ...said(desk.store, draft), text: draft.text.trim(), owner: draft.owner.trim() };
  if (!outcome.text) return focusSoon("#outcome-text");
  fold(desk);
  const text = outcome.text.slice(0, 60);
  const done = await perform(desk, say("desk.did.outcome_put", { text }), [["put_outcome", outcome]]);
  if (!done) desk.state.outcome ||= draft.id;
  else if (desk.unfinished.get(draft.id) === draft) desk.unfinished.drop(draft.id);
  desk.draw();
}
