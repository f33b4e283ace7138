// The ballot: one tap gives a vote, another takes it back; nobody's votes but one's own are shown.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { refusal, say } from "../phrases.js";
import { card } from "./card.js";
import { icons } from "./icons.js";
import { announce } from "./news.js";
import { ballot, oneMore, ownVotes, votesLeft } from "./votes.js";

const LONG = 40; // characters that are read better with the counter below them

export function voteCard(phone, hat) {
  const { store, outbox } = phone.live;
  const board = store.row("board", hat);
  const given = ownVotes(store, outbox, hat);
  const seen = [store.rev, store.epoch, JSON.stringify([...given])];
  return card("vote", hat, say(`phone.vote_${board.voted_on}`), html`${guard(seen, () => drawn(phone, board, given))}`);
}

const drawn = (phone, board, given) => html`
  ${purse(board, votesLeft(board, given))}
  <p class="hint">${say(board.several ? "phone.vote_several" : "phone.vote_once")}</p>
  <ul class="ballot">
    ${repeat(ballot(phone.live.store, board, phone.person), (row) => row.id, (row) =>
      (board.several ? counted : ticked)(phone, board, given, row))}
  </ul>
  ${board.voters ? html`<p class="hint">${say("phone.voters", { n: board.voters })}</p>` : nothing}`;

// Votes as dots for the eye, and in words for everybody.
const purse = ({ budget }, left) => html`
  <p class="purse">
    <span class="dots" aria-hidden="true">
      ${Array.from({ length: budget }, (_, n) => html`<i class=${n < budget - left ? "given" : ""}></i>`)}
    </span>
    <b>${leftInWords(left)}</b>
  </p>`;

const leftInWords = (left) => (left > 0 ? say("phone.votes_left", { n: left }) : say("phone.votes_none"));

const ticked = (phone, board, given, row) => {
  const votes = given.get(row.id) ?? 0;
  const next = votes ? 0 : oneMore(board, given, row.id);
  return html`
    <li>
      <button type="button" class="choice" aria-pressed=${votes > 0} aria-disabled=${next === null}
        @click=${() => give(phone, board, row, next)}>
        ${wording(row)}<span class="tick" aria-hidden="true">${icons.on_board}</span>
      </button>
    </li>`;
};

const counted = (phone, board, given, row) => {
  const votes = given.get(row.id) ?? 0;
  const name = { name: (row.name ?? row.text).slice(0, 60) };
  const more = oneMore(board, given, row.id);
  return html`
    <li class=${name.name.length > LONG ? "choice long" : "choice"} data-given=${votes > 0}>
      ${wording(row)}
      <div class="stepper" role="group" aria-label=${name.name}>
        <button type="button" aria-label=${say("phone.vote_less", name)} aria-disabled=${!votes}
          @click=${() => votes && give(phone, board, row, votes - 1)}>−</button>
        <b aria-label=${say("phone.votes", { n: votes })} role="img">${votes}</b>
        <button type="button" aria-label=${say("phone.vote_more", name)} aria-disabled=${more === null}
          @click=${() => give(phone, board, row, more)}>+</button>
      </div>
    </li>`;
};

const wording = (row) =>
  row.name
    ? html`<span class="what"><span dir="auto">${row.name}</span> <span class="n">${say("phone.notes", { n: row.notes })}</span></span>`
    : html`<span class="what text" dir="auto">${row.text}</span>`;

function give({ live, draw, calmed }, board, row, votes) {
  if (votes === null) return announce(refusal({ refused: "no_votes_left" }), "votes");
  calmed();
  live.act("set_votes", { target: row.id, votes });
  announce(leftInWords(votesLeft(board, ownVotes(live.store, live.outbox, board.hat))), "votes");
  draw();
}
