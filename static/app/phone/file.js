// One note after the other, and the themes it could go under: many hands sort a board.
import { html, keyed, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { card, focusTitle } from "./card.js";
import { changes } from "./filed.js";
import { current, fileable, queue } from "./filing.js";
import { announce } from "./news.js";
import { fileNote } from "./writing.js";

const LONG_WORD = 14; // letters that half a small phone's width has room for
const SCROLLS = 160; // characters above which a note may be longer than its place

export function fileCard(phone, hat) {
  const { live, sorting, person } = phone;
  const board = live.store.row("board", hat);
  const notes = fileable(live.store, live.outbox, board, person);
  const open = queue(notes, sorting.skips);
  const note = current(notes, sorting.skips, sorting.held[hat]);
  const themes = live.store.all("theme").filter((theme) => theme.hat === hat);
  if (note) sorting.held[hat] = note.id;
  return card("file", hat, say(`phone.file_${board.hands}`), html`
    ${board.lens ? html`<p class="lens" dir="auto">${say("phone.file_lens", { lens: board.lens })}</p>` : nothing}
    ${note ? sort(phone, board, note, themes) : done(board, notes)}
    <div class="line">
      ${note ? html`<p class="hint">${say("phone.file_left", { n: open.length })}</p>` : nothing}
      ${undoable(sorting, notes) ? undoButton(phone, board) : nothing}
    </div>
    ${changes(phone, board, notes, themes)}`);
}

const sort = (phone, board, note, themes) => html`
  ${keyed(note.id, html`
    <div class="note sorting" data-note=${note.id} tabindex=${note.text.length > SCROLLS ? 0 : nothing}>
      <p class="text" dir="auto">${note.text}</p>
    </div>`)}
  <div class="themes">
    ${repeat(themes, ({ id }) => id, (theme) => html`
      <button type="button" class=${wide(theme.name)} aria-pressed=${note.theme === theme.id} dir="auto"
        @click=${() => put(phone, board, note, theme)}>${theme.name}</button>`)}
    ${note.theme ? goOnButton(phone, note) : passButton(phone, board, note)}
  </div>`;

// Themes stand two abreast; a name with a long word has a row of its own.
const wide = (name) => (name.split(/\s/).some((word) => word.length > LONG_WORD) ? "choice wide" : "choice");

const passButton = (phone, board, note) => html`
  <button type="button" class="choice none" @click=${() => pass(phone, board, note)}>
    ${say(phone.sorting.skips[note.id] ? "phone.file_leave" : "phone.file_none")}
  </button>`;

// Another hand was quicker, or it was filed before: its theme is marked, and no button moves under a thumb.
const goOnButton = (phone, note) => html`
  <button type="button" class="choice none" @click=${() => goOn(phone, note)}>${say("phone.file_already")}</button>`;

function done({ hands }, notes) {
  const left = notes.filter((note) => !note.theme).length;
  return html`
    <p class="done">${say(`phone.file_done_${hands}`)}</p>
    ${left ? html`<p class="hint">${say("phone.file_left_out", { n: left })}</p>` : nothing}`;
}

const undoable = ({ taps }, notes) => notes.some((note) => note.id === taps.at(-1)?.note);

const undoButton = (phone, board) => html`
  <button type="button" class="button undo" @click=${() => undo(phone, board)}>${say("phone.file_undo")}</button>`;

function put(phone, board, note, theme) {
  if (note.theme === theme.id) return goOn(phone, note);
  phone.sorting.filed(note);
  fileNote(phone, note.id, theme.id);
  follow(phone, board, say("phone.file_filed", { theme: theme.name }));
}

function pass(phone, board, note) {
  phone.sorting.skip(note);
  follow(phone, board, "");
}

function undo(phone, board) {
  const { note, from, skip } = phone.sorting.undo(board.hat);
  if (!skip) fileNote(phone, note, from);
  follow(phone, board, say("phone.file_undone"));
}

function goOn(phone, { hat }) {
  phone.sorting.held[hat] = "";
  phone.draw();
}

// Tell what is on the card now; and when it is empty, do not leave the keyboard nowhere.
function follow(phone, board, said) {
  phone.draw(() => {
    const { live, sorting, person } = phone;
    const next = current(fileable(live.store, live.outbox, board, person), sorting.skips, sorting.held[board.hat]);
    announce(`${said} ${next ? next.text : say(`phone.file_done_${board.hands}`)}`.trim(), "filing");
    if (!next || document.activeElement === document.body) focusTitle("file", board.hat);
  });
}
