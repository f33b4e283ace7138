// Everybody's notes of one hat, for reading, once they are on the board.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { canRead } from "./situation.js";

export function board({ live: { store }, reading }, { on }) {
  const colour = reading || on?.hat;
  if (!colour || !canRead(store, colour)) return nothing;
  return html`${guard([colour, store.rev, store.epoch], () => drawn(store, colour))}`;
}

function drawn(store, colour) {
  const notes = store.all("note").filter((note) => note.hat === colour && !note.hidden);
  const themes = ranked(store.all("theme").filter((theme) => theme.hat === colour));
  const loose = notes.filter((note) => !themes.some((theme) => theme.id === note.theme));
  const named = themes.map((theme) => [theme, notes.filter((note) => note.theme === theme.id)]);
  return html`
    <section class="board" data-hat=${colour} aria-labelledby="board">
      ${hat(colour)}
      <h2 id="board" tabindex="-1">${say(`hat.${colour}.word`)} <span class="n">${say("phone.notes", { n: notes.length })}</span></h2>
      ${synthesis(store.row("synthesis", colour), store.all("agreement").filter((row) => row.hat === colour && row.remark))}
      ${repeat(named, ([theme]) => theme.id, ([theme, filed]) => group(theme.name, filed, theme.votes))}
      ${loose.length ? group(themes.length ? say("phone.unthemed") : "", loose) : nothing}
      ${notes.length ? nothing : html`<p class="hint">${say("phone.no_notes")}</p>`}
    </section>`;
}

// As they were named; once they have votes, the most wanted first.
const ranked = (themes) => themes.toSorted((a, b) => b.votes - a.votes);

const synthesis = (row, remarks) =>
  row?.text
    ? html`<div class="synthesis">
        <h3>${say("phone.synthesis")}</h3>
        <p class="text" dir="auto">${row.text}</p>
        ${row.answered && !row.checking
          ? html`<p class="agreed">${say("phone.check.agreed", { n: row.agreeing, all: row.answered })}</p>`
          : nothing}
        ${row.checking ? nothing : remarks.map(({ remark }) => html`<p class="agreed" dir="auto">${say("phone.check.missed", { remark })}</p>`)}
      </div>`
    : nothing;

const group = (name, notes, votes = 0) => html`
  ${name ? html`<h3 dir="auto">${name} ${votes ? html`<span class="n">${say("phone.vote.votes", { n: votes })}</span>` : nothing}</h3>` : nothing}
  <ul class="notes">${repeat(stacked(notes), ([note]) => note.id, ([note, ...alike]) => read(note, alike))}</ul>`;

// Near-copies that the facilitator laid on one stack are read as one.
function stacked(notes) {
  const stacks = new Map();
  for (const note of notes) {
    const key = note.stack || note.id;
    stacks.set(key, [...(stacks.get(key) ?? []), note]);
  }
  return [...stacks.values()];
}

const read = (note, alike) => html`
  <li class="note">
    <p class="text" dir="auto">${note.text}</p>
    ${note.votes ? html`<p class="state">${say("phone.vote.votes", { n: note.votes })}</p>` : nothing}
    ${alike.length ? html`
      <details><summary>×${alike.length + 1}</summary>
        ${alike.map(({ text }) => html`<p class="text" dir="auto">${text}</p>`)}</details>` : nothing}
    ${note.mine ? html`<p class="state">${say("phone.own")}</p>` : nothing}
    ${note.author && !note.mine ? html`<p class="state" dir="auto">${note.author}</p>` : nothing}
  </li>`;
