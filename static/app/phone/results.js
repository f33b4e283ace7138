// What a vote came to, once it has closed: most votes first, one's own marked.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { card } from "./card.js";
import { ownVotes, results } from "./votes.js";

const followed = new Set(); // hats whose vote this page saw open

// Shown while nobody writes: of the hat that is on, and of any vote that was just closed.
export function resultCards(phone, { workshop, moment, on, asks, concluded }) {
  const { store } = phone.live;
  if (moment === "write") followed.clear();
  for (const { kind, hat } of asks) if (kind === "vote") followed.add(hat);
  if (moment === "write" || concluded || workshop.scene === "synthesis") return nothing;
  const closed = store.all("board").filter(({ hat, voting }) => voting === "closed" && (hat === on?.hat || followed.has(hat)));
  return repeat(closed, ({ hat }) => hat, (board) => card("results", board.hat, say("phone.results"), tally(phone, board)));
}

function tally({ live: { store, outbox } }, board) {
  const given = ownVotes(store, outbox, board.hat);
  const all = results(store, board);
  if (!all.some(({ votes }) => votes)) return html`<p>${say("phone.nobody_voted")}</p>`;
  const shown = board.voted_on === "notes" ? all.filter(({ votes }) => votes > 0) : all;
  const rest = all.length - shown.length;
  return html`
    <ol class="tally">${repeat(shown, ({ id }) => id, (row) => line(row, given.get(row.id) ?? 0, all[0].votes))}</ol>
    ${rest ? html`<p class="hint">${say("phone.results_rest", { n: rest })}</p>` : nothing}`;
}

const line = (row, own, most) => html`
  <li data-given=${own > 0}>
    <p class="what">
      <span dir="auto">${row.name ?? row.text}</span>
      <b>${say("phone.votes", { n: row.votes })}${own ? html` <span class="own">· ${say("phone.votes_own", { n: own })}</span>` : nothing}</b>
    </p>
    <progress aria-hidden="true" max=${most} .value=${row.votes}></progress>
  </li>`;
