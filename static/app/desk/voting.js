// The room weighs: above a board, the vote on its themes or notes, from the offer to taking it back.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { columns } from "./columns.js";
import { focusSoon } from "./focus.js";
import { openMenu } from "./menu.js";
import { pollForm, prepare } from "./poll.js";
import { tell } from "./state.js";
import { countable, termsOf } from "./terms.js";

export function votingView(desk, hat) {
  const board = desk.store.row("board", hat);
  if (board?.voting === "open") return openView(desk, board);
  if (board?.voting === "closed") return closedView(desk, board);
  const there = countable(columns(desk.store, hat));
  if (Math.max(there.themes, there.notes) < 2) return nothing;
  return desk.state.poll?.hat === hat ? pollForm(desk, desk.state.poll, there) : offerView(desk, hat, there);
}

const offerView = (desk, hat, there) => html`
  <div class="weigh" data-quiet>
    <button id="weigh" class="button quiet" @click=${() => prepare(desk, hat, there)}>${say("desk.vote.offer")}</button>
  </div>
`;

function openView(desk, board) {
  const { hat, voters } = board;
  const all = Math.max(voters, desk.store.present);
  return html`
    <div class="weigh" data-on>
      <p>
        <b>${say(`desk.vote.on_${board.voted_on}`)}</b> <span>${say("desk.vote.each", { n: board.budget })}</span>
        <b class="voters">${say("desk.vote.voters", { n: voters, all })}</b>
        <span class="secret">${say("desk.vote.secret")}</span>
      </p>
      <button id="weigh" class="button primary" @click=${() => closeVoting(desk, hat)}>${say("desk.vote.close")}</button>
      ${askFirst(desk, hat, "cancel")}
    </div>
  `;
}

const closedView = (desk, board) => html`
  <div class="weigh" data-in>
    <p><b>${say("desk.vote.in")}</b> <span>${say("desk.vote.voted", { n: board.voters })}</span></p>
    <button id="weigh" class="button" @click=${() => goOn(desk, board)}>${say("desk.vote.go_on")}</button>
    ${askFirst(desk, board.hat, "back")}
  </div>
`;

// Votes that are taken back are gone for good, so a menu asks first.
function askFirst(desk, hat, what) {
  const sure = [
    { label: say(`desk.vote.${what}_not`), does: () => {} },
    { label: say(`desk.vote.${what}_sure`), does: () => takeBack(desk, hat), grave: true },
  ];
  return html`
    <button class="button quiet" aria-haspopup="true"
      @click=${(event) => openMenu(desk, event, say(`desk.vote.${what}`), sure)}>${say(`desk.vote.${what}`)}</button>
  `;
}

// What the room was asked is not undone by a key on the board: going on has a button of its own.
async function closeVoting(desk, hat) {
  const { ok } = await desk.act("close_voting", { hat });
  if (ok) tell(desk, say("desk.did.vote_closed"));
  focusSoon(".weigh[data-in] #weigh");
}

async function goOn(desk, board) {
  await desk.act("open_voting", termsOf(board));
  focusSoon(".weigh[data-on] #weigh");
}

async function takeBack(desk, hat) {
  const { ok } = await desk.act("cancel_voting", { hat });
  if (ok) tell(desk, say("desk.did.votes_back"));
  focusSoon(".weigh[data-quiet] #weigh");
}
