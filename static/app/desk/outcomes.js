// What the room decided and who does what: the list, and the ways to add to it.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { newId } from "../outbox.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { blank, restingOn, said } from "./concluded.js";
import { perform } from "./filing.js";
import { focusSoon } from "./focus.js";
import { openMenu } from "./menu.js";
import { outcomeForm } from "./outcomeform.js";

export function outcomesView(desk) {
  const { state, store } = desk;
  const outcomes = store.all("outcome");
  const writing = state.outcome && !store.row("outcome", state.outcome);
  return html`
    <section class="outcomes" data-hat="blue">
      <h2>${say("desk.outcome.title")}</h2>
      ${outcomes.length || writing ? nothing : html`<p class="none">${say("desk.outcome.none")}</p>`}
      <ol>${repeat(outcomes, ({ id }) => id, (one) => outcomeView(desk, one))}</ol>
      ${writing ? outcomeForm(desk, draftOf(desk)) : addView(desk)}
      ${outcomes.length ? showButton(desk) : nothing}
    </section>
  `;
}

function addView(desk) {
  const begun = desk.unfinished.begun(desk.store);
  return html`
    <button id="outcome-add" class="button" @click=${() => open(desk, begun ?? newId())}>
      ${say(begun ? "desk.outcome.continue" : "desk.outcome.add")}
    </button>
  `;
}

const showButton = ({ act, store }) => html`
  <button class="button" ?disabled=${store.workshop.scene === "outcomes"}
    @click=${() => act("show", { scene: "outcomes" })}>${say("desk.outcome.show")}</button>
`;

function outcomeView(desk, one) {
  if (desk.state.outcome === one.id) return html`<li>${outcomeForm(desk, draftOf(desk))}</li>`;
  const { store, unfinished } = desk;
  const { themes, notes } = said(store, one);
  const items = [
    { label: say("desk.outcome.edit"), does: () => open(desk, one.id) },
    { label: say("desk.outcome.remove"), does: () => remove(desk, one), grave: true },
  ];
  return html`
    <li class="outcome" data-kind=${one.kind}>
      <p class="kind">
        ${say(`desk.outcome.${one.kind}`)} ${unfinished.has(one.id) ? html`<small>${say("desk.outcome.unfinished")}</small>` : nothing}
      </p>
      <button class="menu-button" aria-haspopup="true" aria-label=${say("desk.outcome.menu", { text: one.text.slice(0, 60) })}
        @click=${(event) => openMenu(desk, event, say(`desk.outcome.${one.kind}`), items)}>⋯</button>
      <button class="text" dir="auto" title=${say("desk.outcome.edit")} @click=${() => open(desk, one.id)}>${one.text}</button>
      ${one.owner || one.due ? html`
        <p class="who"><b dir="auto">${one.owner}</b> ${one.due ? html`<time datetime=${one.due}>${day(one.due)}</time>` : nothing}</p>` : nothing}
      ${themes.length + notes.length ? html`
        <ul class="chips" aria-label=${say("desk.outcome.rests")}>
          ${themes.map((id) => chip(store.row("theme", id), "name"))} ${notes.map((id) => chip(store.row("note", id), "text"))}
        </ul>` : nothing}
    </li>
  `;
}

const chip = (row, words) => html`<li data-hat=${row.hat} data-is=${words}><span dir="auto" title=${row[words]}>${row[words]}</span></li>`;

const day = (date) =>
  new Intl.DateTimeFormat(page.language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));

function draftOf({ state, store, unfinished }) {
  const row = store.row("outcome", state.outcome);
  return unfinished.get(state.outcome) ?? (row ? said(store, row) : blank(state.outcome));
}

function open(desk, id) {
  desk.state.outcome = id;
  desk.draw();
  focusSoon("#outcome-text");
}

// From the board: a decision that rests on these notes; the one that is open, or a new one.
export function concludeFrom(desk, notes) {
  const { state, store, unfinished } = desk;
  state.concluding = true;
  state.outcome ||= unfinished.begun(store) ?? newId();
  unfinished.keep(restingOn(store, draftOf(desk), notes));
  state.ticked.clear();
  open(desk, state.outcome);
}

function remove(desk, { id, text }) {
  perform(desk, say("desk.did.outcome_removed", { text: text.slice(0, 60) }), [["remove_outcome", { id }]]);
  focusSoon("#outcome-add");
}
