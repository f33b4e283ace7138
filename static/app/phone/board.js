// Everybody's notes of one hat, for reading, once they are on the board.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { checked } from "./checked.js";
import { canRead } from "./situation.js";
import { stacks } from "./stacks.js";

export function board({ live: { store }, reading }, { on }) {
  const colour = reading || on?.hat;
  if (!colour || !canRead(store, colour)) return nothing;
  return html`${guard([colour, store.rev, store.epoch], () => drawn(store, colour))}`;
}

function drawn(store, colour) {
  const notes = store.all("note").filter((note) => note.hat === colour && !note.hidden);
  const themes = store.all("theme").filter((theme) => theme.hat === colour);
  const loose = notes.filter((note) => !themes.some((theme) => theme.id === note.theme));
  const named = themes.map((theme) => [theme, notes.filter((note) => note.theme === theme.id)]);
  return html`
    <section class="board" data-hat=${colour} aria-labelledby="board">
      ${hat(colour)}
      <h2 id="board" tabindex="-1">${say(`hat.${colour}.word`)} <span class="n">${say("phone.notes", { n: notes.length })}</span></h2>
      ${synthesis(store, store.row("synthesis", colour))}
      ${repeat(named, ([theme]) => theme.id, ([theme, filed]) => group(theme.name, filed, theme.votes))}
      ${loose.length ? group(themes.length ? say("phone.unthemed") : "", loose) : nothing}
      ${notes.length ? nothing : html`<p class="hint">${say("phone.no_notes")}</p>`}
    </section>`;
}

const synthesis = (store, row) =>
  row?.text
    ? html`
        <div class="synthesis">
          <h3>${say("phone.synthesis")}</h3>
          <p class="text" dir="auto">${row.text}</p>
          ${checked(store, row)}
        </div>`
    : nothing;

const group = (name, notes, votes = 0) => html`
  ${name ? html`<h3 dir="auto">${name} ${votes ? html`<span class="n">${say("phone.votes", { n: votes })}</span>` : nothing}</h3>` : nothing}
  <ul class="notes">${repeat(stacks(notes), ([first]) => first.id, read)}</ul>`;

const read = (pile) => html`<li class="note">${pile.length > 1 ? stack(pile) : said(pile[0])}</li>`;

const stack = ([first, ...others]) => html`
  <details class="stack">
    <summary>
      <span class="text" dir="auto">${first.text}</span>
      <b class="times" aria-hidden="true">×${others.length + 1}</b>
      <span class="sr">${say("phone.stack", { n: others.length + 1 })}</span>
    </summary>
    ${whose(first)}
    <ul>${repeat(others, ({ id }) => id, (note) => html`<li>${said(note)}</li>`)}</ul>
  </details>`;

const said = (note) => html`<p class="text" dir="auto">${note.text}</p>${whose(note)}`;

const whose = (note) => html`
  ${note.votes ? html`<p class="state">${say("phone.votes", { n: note.votes })}</p>` : nothing}
  ${note.mine ? html`<p class="state">${say("phone.own")}</p>` : nothing}
  ${note.author && !note.mine ? html`<p class="state" dir="auto">${note.author}</p>` : nothing}`;
