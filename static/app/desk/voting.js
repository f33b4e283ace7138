// The room weighs: a vote on a board's themes or notes, from preparing it to taking it back.
import { html, live, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { columns } from "./columns.js";
import { perform } from "./filing.js";
import { focusSoon } from "./focus.js";
import { openMenu } from "./menu.js";
import { tell } from "./state.js";
import { countable, suggestedBudget, termsOf } from "./terms.js";

const MOST = 20; // votes each, at the most

export function votingView(desk, hat) {
  const board = desk.store.row("board", hat);
  if (board?.voting === "open") return openView(desk, board);
  if (board?.voting === "closed") return closedView(desk, board);
  const there = countable(columns(desk.store, hat));
  if (Math.max(there.themes, there.notes) < 2) return nothing;
  return desk.state.poll?.hat === hat ? formView(desk, desk.state.poll, there) : offerView(desk, hat, there);
}

const offerView = (desk, hat, there) => html`
  <div class="weigh" data-quiet>
    <button id="weigh" class="button quiet" @click=${() => prepare(desk, hat, there)}>${say("desk.vote.offer")}</button>
  </div>
`;

function prepare(desk, hat, { themes }) {
  desk.state.poll = { hat, voted_on: themes > 1 ? "themes" : "notes", budget: null, several: false };
  desk.draw();
  focusSoon(".weigh :checked");
}

function formView(desk, poll, there) {
  const { hat, voted_on, several } = poll;
  const suggested = suggestedBudget(voted_on, there[voted_on]);
  const budget = poll.budget ?? String(suggested);
  const set = (news) => (Object.assign(poll, news), desk.draw());
  return html`
    <form class="weigh form" aria-label=${say("desk.vote.title")} @keydown=${(event) => letGo(desk, event)}
      @submit=${(event) => (event.preventDefault(), begin(desk, { hat, voted_on, budget: Number(budget), several }))}>
      <fieldset>
        <legend>${say("desk.vote.voted_on")}</legend>
        ${["themes", "notes"].map((one) => html`
          <label class="check">
            <input type="radio" name="voted_on" value=${one} .checked=${live(voted_on === one)} ?disabled=${!there[one]}
              @change=${() => set({ voted_on: one })}> ${say(`desk.vote.${one}`)}
          </label>
        `)}
      </fieldset>
      <label class="budget">${say("desk.vote.budget")}
        <input type="number" inputmode="numeric" min="1" max=${MOST} required aria-describedby="budget-why"
          .value=${live(budget)} @input=${({ target }) => set({ budget: target.value })}></label>
      <p id="budget-why">${say(`desk.vote.why_${voted_on}`, { n: there[voted_on], votes: suggested })}</p>
      <label class="check">
        <input type="checkbox" .checked=${live(several)} @change=${({ target }) => set({ several: target.checked })}>
        ${say("desk.vote.several")}
      </label>
      <div class="buttons">
        <button class="button primary">${say("desk.vote.begin")}</button>
        <button class="button quiet" type="button" @click=${() => close(desk)}>${say("desk.cancel")}</button>
      </div>
    </form>
  `;
}

function letGo(desk, event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  close(desk);
}

function close(desk) {
  desk.state.poll = null;
  desk.draw();
  focusSoon("#weigh");
}

async function begin(desk, { hat, voted_on, budget, several }) {
  const { ok } = await desk.act("open_voting", { hat, voted_on, budget, several: several ? 1 : 0 });
  if (!ok) return;
  desk.state.poll = null;
  showBoard(desk, hat);
  focusSoon(".weigh[data-on] #weigh");
}

// The wall and the phones look at this board, where no other round keeps them.
function showBoard({ store, act }, hat) {
  const rounds = store.all("round");
  const free = roundOn(store)?.hat !== hat && !rounds.some(({ state }) => state === "open");
  const round = free && rounds.findLast((one) => one.hat === hat && one.state === "revealed");
  act("show", round ? { scene: "themes", round: round.id } : { scene: "themes" });
}

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

async function closeVoting(desk, hat) {
  await perform(desk, say("desk.did.vote_closed"), [["close_voting", { hat }]]);
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
