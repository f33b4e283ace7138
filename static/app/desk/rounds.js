// The sequence: every round with its hat, its state and its counts. A click looks; only the menu opens.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { newId } from "../outbox.js";
import { say } from "../phrases.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { openMenu } from "./menu.js";
import { openRound, showAgain } from "./next.js";
import { roundForm } from "./roundform.js";
import { lookAt } from "./state.js";
import { moved } from "./steps.js";

export function roundsView(desk, looked) {
  const rounds = desk.store.all("round");
  const adding = desk.state.form && !desk.store.row("round", desk.state.form.id);
  return html`
    <nav class="rounds" aria-label=${say("desk.rounds.title")}>
      <ol>
        ${repeat(rounds, ({ id }) => id, (round) => roundView(desk, rounds, round, looked))}
      </ol>
      ${adding
        ? roundForm(desk, desk.state.form)
        : html`<button class="button quiet add" @click=${() => add(desk, rounds)}>${say("desk.rounds.add")}</button>`}
    </nav>
  `;
}

function roundView(desk, rounds, round, looked) {
  if (desk.state.form?.id === round.id) return html`<li>${roundForm(desk, round)}</li>`;
  const on = desk.store.workshop.round === round.id;
  return html`
    <li class="round" data-hat=${round.hat} ?data-on=${on}>
      <button class="look" aria-current=${round.id === looked?.id ? "true" : nothing} @click=${() => look(desk, round)}>
        ${hatIcon(round.hat)}
        <span class="what"><b>${hatWord(round.hat)}</b> <small>${stateView(round)}</small></span>
        ${countView(desk, round)}
      </button>
      <button class="menu-button" aria-haspopup="true"
        aria-label=${say("desk.rounds.menu", { hat: hatWord(round.hat) })}
        @click=${(event) => openMenu(desk, event, hatWord(round.hat), items(desk, rounds, round))}>⋯</button>
    </li>
  `;
}

// The state of a round in words.
export function roundState(round) {
  const paused = round.state === "open" && !round.ends_at && round.remaining;
  return say(`desk.state.${paused ? "paused" : round.state}`);
}

const stateView = (round) =>
  round.state === "waiting"
    ? round.minutes
      ? say("desk.rounds.minutes", { n: round.minutes })
      : say("desk.state.waiting")
    : roundState(round);

function countView({ store }, { notes, writers, state }) {
  if (!notes) return nothing;
  const all = Math.max(writers, store.present);
  return html`
    <span class="count">
      <b>${notes}<span class="sr"> ${say("desk.count.notes_word", { n: notes })}</span></b>
      ${writers ? html`<small>${state === "open" ? say("desk.count.writers_of", { n: writers, all }) : say("desk.count.writers", { n: writers })}</small>` : nothing}
    </span>
  `;
}

function look(desk, { id }) {
  lookAt(desk.state, id);
  desk.draw();
}

function items(desk, rounds, round) {
  const { act } = desk;
  const { id, state } = round;
  const swap = (step) => moved(rounds, round, step);
  const on = rounds.some((one) => one.state === "open");
  return [
    ...(state === "revealed" && !on ? [{ label: say("desk.rounds.show"), does: () => showAgain(desk, round) }] : []),
    state === "open"
      ? { label: say("desk.rounds.close"), does: () => act("close_round", { id }) }
      : { label: say(`desk.rounds.${state === "waiting" ? "open" : "reopen"}`), does: () => openRound(desk, round) },
    { label: say("desk.rounds.edit"), does: () => edit(desk, round) },
    { label: say("desk.rounds.up"), does: () => place(desk, swap(-1)), off: !swap(-1).length },
    { label: say("desk.rounds.down"), does: () => place(desk, swap(1)), off: !swap(1).length },
    { label: say("desk.rounds.remove"), does: () => act("remove_round", { id }), off: round.notes > 0, grave: true },
  ];
}

const place = (desk, changes) => changes.forEach(([round, position]) => put(desk, { ...round, position }));

export const put = ({ act }, { id, hat, prompt, minutes, position, at_once }) =>
  act("put_round", { id, hat, prompt, minutes, position, at_once });

function edit(desk, round) {
  desk.state.form = round;
  desk.draw();
}

function add(desk, rounds) {
  const position = (rounds.at(-1)?.position ?? -1) + 1;
  edit(desk, { id: newId(), hat: "green", prompt: "", minutes: 5, position, at_once: 0, notes: 0 });
}
