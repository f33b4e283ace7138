// Above the columns: what can be done to the ticked notes, or to the board when none is ticked.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { linkNotes } from "./drafts.js";
import { concludeFrom } from "./outcomes.js";
import { beginNaming, hideNotes, inHand, undo } from "./filing.js";

export function toolsView(desk, hat, board) {
  return desk.state.ticked.size ? tickedTools(desk, hat) : boardTools(desk, hat, board);
}

function tickedTools(desk, hat) {
  const { state, store } = desk;
  const notes = inHand(desk, hat);
  const hidden = notes.every((id) => store.row("note", id)?.hidden);
  return html`
    <div class="tools" data-ticked>
      <p><b>${say("desk.tools.ticked", { n: notes.length })}</b> <span>${say("desk.tools.hint")}</span></p>
      ${button("desk.tools.theme_of", () => beginNaming(desk, { hat, notes }))}
      ${button("desk.tools.link", () => linkNotes(desk, hat, notes))}
      ${button("desk.tools.conclude", () => concludeFrom(desk, notes))}
      ${button(hidden ? "desk.tools.restore" : "desk.tools.hide", () => hideNotes(desk, notes))}
      <button class="button quiet close" aria-label=${say("desk.tools.clear")}
        @click=${() => (state.ticked.clear(), desk.draw())}>✕</button>
    </div>
  `;
}

function boardTools(desk, hat, board) {
  const notes = board.reduce((sum, column) => sum + column.notes.length, 0);
  const hidden = board.reduce((sum, column) => sum + column.notes.filter((note) => note.hidden).length, 0);
  return html`
    <div class="tools">
      <p>
        <b>${say("desk.count.notes", { n: notes })}</b>
        ${board.length > 1 ? html`<span>${say("desk.count.themes", { n: board.length - 1 })}</span>` : nothing}
        ${hidden ? html`<span>${say("desk.count.hidden", { n: hidden })}</span>` : nothing}
      </p>
      <button class="button quiet" ?disabled=${desk.past.empty} @click=${() => undo(desk)}>
        ${say("desk.tools.undo")}
      </button>
      ${button("desk.tools.theme", () => beginNaming(desk, { hat }))}
    </div>
  `;
}

const button = (key, does) => html`<button class="button" @click=${does}>${say(key)}</button>`;
