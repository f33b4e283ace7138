// Above the columns: what can be done to the ticked notes, or to the board when none is ticked.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { linkNotes } from "./drafts.js";
import { beginNaming, hideNotes, inHand, setBoard, undo } from "./filing.js";
import { acceptAll, ghostsOf, help, helping, placeMore } from "./ghosts.js";
import { openMenu } from "./menu.js";
import { alike, sortIn, toggleOrder } from "./order.js";
import { concludeFrom } from "./outcomes.js";
import { offered, stackAll } from "./stacks.js";

export function toolsView(desk, hat, board) {
  return html`
    ${desk.state.ticked.size ? tickedTools(desk, hat) : boardTools(desk, hat, board)} ${helpView(desk, hat, board)}
  `;
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
  const notes = desk.store.all("note").filter((note) => note.hat === hat);
  const hidden = notes.filter((note) => note.hidden).length;
  return html`
    <div class="tools">
      <p>
        <b>${say("desk.count.notes", { n: notes.length })}</b>
        ${board.length > 1 ? html`<span>${say("desk.count.themes", { n: board.length - 1 })}</span>` : nothing}
        ${hidden ? html`<span>${say("desk.count.hidden", { n: hidden })}</span>` : nothing}
      </p>
      ${lensView(desk, hat)}
      <button class="button quiet" ?disabled=${desk.past.empty} @click=${() => undo(desk)}>
        ${say("desk.tools.undo")}
      </button>
      ${button("desk.tools.theme", () => beginNaming(desk, { hat }))}
    </div>
  `;
}

// What the notes are sorted by: themes named without one come out as a drawer for everything.
function lensView(desk, hat) {
  const lens = desk.store.row("board", hat)?.lens ?? "";
  return html`
    <label class="lens"><span>${say("desk.tools.lens")}</span>
      <input dir="auto" maxlength="200" autocomplete="off" placeholder=${say("desk.tools.lens_hint")} .value=${lens}
        @change=${({ target }) => setBoard(desk, hat, { lens: target.value.trim() })}
        @keydown=${(event) => event.key === "Enter" && event.target.blur()}></label>
  `;
}

// The help of the machine: it lays in order and offers; the person files.
function helpView(desk, hat, board) {
  const themes = board.length - 1;
  const loose = board[0].count + ghostsOf(desk, hat).length;
  const stacks = offered(desk, hat).length;
  const fresh = board[0].fresh.length;
  return html`
    <div class="tools help">
      ${toggle("desk.order.alike", "O", alike(desk, hat), () => toggleOrder(desk, hat))} ${engineView(desk, hat)}
      ${fresh ? button("desk.order.sort_in", () => sortIn(desk, hat), { n: fresh }) : nothing}
      ${themes ? toggle("desk.help.themes", "G", helping(desk, hat), () => help(desk, hat)) : nothing}
      ${helping(desk, hat) ? ghostTools(desk, hat, loose) : nothing}
      ${stacks ? button("desk.stack.all", () => stackAll(desk, hat), { n: stacks }) : nothing}
      ${themes ? handsView(desk, hat) : nothing}
    </div>
  `;
}

function ghostTools(desk, hat, loose) {
  const ghosts = ghostsOf(desk, hat).length;
  if (ghosts) {
    return html`<button class="button" @click=${() => acceptAll(desk, hat)}>
      <kbd>A</kbd> ${say("desk.help.accept", { n: ghosts })}</button>`;
  }
  return loose ? button("desk.help.more", () => placeMore(desk, hat)) : nothing;
}

const toggle = (key, letter, on, does) => html`
  <button class="button" aria-pressed=${on ? "true" : "false"} @click=${does}><kbd>${letter}</kbd> ${say(key)}</button>
`;

function handsView(desk, hat) {
  const now = desk.store.row("board", hat)?.hands ?? "desk";
  const items = ["desk", "own", "all"].map((hands) => ({
    label: say(`desk.hands.${hands}`),
    does: () => setBoard(desk, hat, { hands }),
    off: hands === now,
  }));
  return html`
    <button class="button quiet" aria-haspopup="true" @click=${(event) => openMenu(desk, event, say("desk.hands.title"), items)}>
      ${say(`desk.hands.now_${now}`)}
    </button>
  `;
}

// By what notes are taken for alike, named honestly.
function engineView({ suggestions }, hat) {
  const offer = suggestions.of(hat);
  if (!offer) return nothing;
  const waiting = offer.waiting ? html` <span>${say("desk.engine.waiting", { n: offer.waiting })}</span>` : nothing;
  return html`<p class="engine">${say(`desk.engine.${offer.engine}`)}${waiting}</p>`;
}

const button = (key, does, values = {}) => html`<button class="button" @click=${does}>${say(key, values)}</button>`;
