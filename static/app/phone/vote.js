// The room votes: one tap gives a vote, another takes it back.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { announce } from "./news.js";
import { choices, given, left, most } from "./voting.js";

export const vote = (phone) =>
  phone.live.store.all("board").filter(({ voting }) => voting === "open").map((board) => ballot(phone, board));

function ballot(phone, board) {
  const { store, outbox } = phone.live;
  const rows = choices(store, board, phone.person);
  const votes = given(store, outbox);
  const n = left(board, rows, votes);
  return html`
    <section class="task" data-hat=${board.hat} aria-labelledby="vote-${board.hat}">
      ${hat(board.hat)}
      <h2 id="vote-${board.hat}">${say(`phone.vote.${board.voted_on}`)}</h2>
      <p class="left">
        <span class="dots" aria-hidden="true">${"●".repeat(Math.max(0, n))}${"○".repeat(board.budget - Math.max(0, n))}</span>
        <b>${say("phone.vote.left", { n })}</b>
      </p>
      <ul>
        ${repeat(rows, ({ id }) => id, (row) =>
          board.several ? counter(phone, board, rows, votes, row) : button(phone, board, rows, votes, row))}
      </ul>
      <p class="hint">${say("phone.vote.why")} ${board.voters ? say("phone.vote.voters", { n: board.voters }) : nothing}</p>
    </section>`;
}

const textOf = (row) => row.name ?? row.text;

function button(phone, board, rows, votes, row) {
  const on = (votes.get(row.id) ?? 0) > 0;
  return html`
    <li>
      <button type="button" class="choice" dir="auto" aria-pressed=${on ? "true" : "false"}
        ?disabled=${!on && most(board, rows, votes, row.id) < 1} @click=${() => give(phone, board, row, on ? 0 : 1)}>
        <span>${textOf(row)}</span> <b aria-hidden="true">${on ? "●" : "○"}</b>
      </button>
    </li>`;
}

function counter(phone, board, rows, votes, row) {
  const n = votes.get(row.id) ?? 0;
  const name = textOf(row).slice(0, 60);
  return html`
    <li class="counter" data-given=${n}>
      <p dir="auto">${textOf(row)}</p>
      <button type="button" class="button" ?disabled=${!n} aria-label=${say("phone.vote.less", { name })}
        @click=${() => give(phone, board, row, n - 1)}>−</button>
      <output aria-label=${say("phone.vote.given", { n })}>${n}</output>
      <button type="button" class="button" ?disabled=${n >= most(board, rows, votes, row.id)}
        aria-label=${say("phone.vote.more", { name })} @click=${() => give(phone, board, row, n + 1)}>+</button>
    </li>`;
}

function give(phone, board, { id }, votes) {
  const { live } = phone;
  live.act("set_votes", { target: id, votes });
  const rows = choices(live.store, board, phone.person);
  announce(say("phone.vote.left", { n: left(board, rows, given(live.store, live.outbox)) }));
  phone.draw();
}
