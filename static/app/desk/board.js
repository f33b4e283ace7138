// The middle: the board of the hat looked at. Before the reveal only counts, calmly.
import { html, keyed, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { columnView, newColumn } from "./column.js";
import { columns } from "./columns.js";
import { behind } from "./drafts.js";
import { hat as hatIcon } from "../hat.js";
import { asks, hatWord } from "./hat.js";
import { stillHidden } from "./steps.js";
import { toolsView } from "./tools.js";
import { votingView } from "./voting.js";

export function boardView(desk, round) {
  const { store } = desk;
  const board = columns(store, round.hat);
  const hidden = store.all("round").filter((one) => one.hat === round.hat && stillHidden(one));
  const shows = board.length > 1 || board[0].notes.length;
  return html`
    ${headView(round)}
    ${shows ? boardOf(desk, round.hat, board, hidden) : quietView(round, hidden)}
  `;
}

export const headView = (round) => html`
  <div class="prompt">
    ${keyed(round.hat, hatIcon(round.hat))}
    <div><p>${hatWord(round.hat)}</p><h2 dir="auto">${asks(round)}</h2></div>
  </div>
`;

function boardOf(desk, hat, board, hidden) {
  const { naming } = desk.state;
  const { lit } = desk.state;
  const rests = behind(desk, hat, typeof lit === "number" ? lit : null);
  const fresh = naming?.hat === hat && !board.some(({ id }) => id === naming.id);
  return html`
    ${toolsView(desk, hat, board)} ${votingView(desk, hat)} ${hidden.map(hiddenLine)}
    <div class="board" ?data-lit=${lit !== false && rests.size > 0}>
      ${columnView(desk, hat, board[0], 0, rests)}
      <div class="columns" data-scroll data-count=${Math.min(board.length - 1 + Number(fresh), 5)}>
        ${repeat(board.slice(1), ({ id }) => id, (column, at) => columnView(desk, hat, column, at + 1, rests))}
        ${newColumn(desk, hat, fresh)}
      </div>
    </div>
  `;
}

const hiddenLine = (round) => html`<p class="hidden-line">${say("desk.board.still_hidden", { n: round.notes })}</p>`;

// Nothing to see yet: how many notes there are, or when there will be any.
function quietView(round, hidden) {
  if (!hidden.length) return html`<div class="calm"><p>${say(`desk.board.${empty(round)}`)}</p></div>`;
  const notes = hidden.reduce((sum, one) => sum + one.notes, 0);
  const writers = Math.max(...hidden.map((one) => one.writers));
  return html`
    <div class="calm">
      <p class="big">${notes}</p>
      <p class="say">${say("desk.board.notes_by", { n: notes, writers: say("desk.count.writers", { n: writers }) })}</p>
      <p>${say("desk.board.until_reveal")}</p>
    </div>
  `;
}

const empty = ({ state }) => ({ waiting: "waiting", open: "writing" })[state] ?? "no_notes";
