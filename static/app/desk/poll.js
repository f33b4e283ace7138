// A vote in the making: what is voted on, and how many votes each has. In place, above its board.
import { html, live } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { focusSoon } from "./focus.js";
import { suggestedBudget } from "./terms.js";

const MOST = 20; // votes each, at the most

export function prepare(desk, hat, { themes }) {
  desk.state.poll = { hat, voted_on: themes > 1 ? "themes" : "notes", budget: null, several: false };
  desk.draw();
  focusSoon(".weigh :checked");
}

export function pollForm(desk, poll, there) {
  const { hat, voted_on, several } = poll;
  const suggested = suggestedBudget(voted_on, there[voted_on]);
  const budget = poll.budget ?? String(suggested);
  const set = (news) => (Object.assign(poll, news), desk.draw());
  return html`
    <form class="weigh form" aria-label=${say("desk.vote.title")} @keydown=${(event) => letGo(desk, event)}
      @submit=${(event) => (event.preventDefault(), begin(desk, { hat, voted_on, budget: Number(budget), several }))}>
      <fieldset>
        <legend>${say("desk.vote.voted_on")}</legend>
        ${["themes", "notes"].map((one) => choice(one, voted_on === one, there[one], () => set({ voted_on: one })))}
      </fieldset>
      <label class="budget">${say("desk.vote.budget")}
        <input type="number" inputmode="numeric" min="1" max=${MOST} required aria-describedby="budget-why"
          .value=${live(budget)} @input=${({ target }) => set({ budget: target.value })}></label>
      <label class="check">
        <input type="checkbox" .checked=${live(several)} @change=${({ target }) => set({ several: target.checked })}>
        ${say("desk.vote.several")}
      </label>
      <p id="budget-why">${say(`desk.vote.why_${voted_on}`, { n: there[voted_on], votes: suggested })}</p>
      <div class="buttons">
        <button class="button primary">${say("desk.vote.begin")}</button>
        <button class="button quiet" type="button" @click=${() => close(desk)}>${say("desk.cancel")}</button>
      </div>
    </form>
  `;
}

const choice = (one, chosen, count, choose) => html`
  <label class="check">
    <input type="radio" name="voted_on" value=${one} .checked=${live(chosen)} ?disabled=${!count} @change=${choose}>
    ${say(`desk.vote.${one}`)}
  </label>
`;

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
