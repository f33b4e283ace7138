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
  const themes = store.all("theme").filter((theme) => theme.hat === colour);
  const loose = notes.filter((note) => !themes.some((theme) => theme.id === note.theme));
  const named = themes.map((theme) => [theme, notes.filter((note) => note.theme === theme.id)]);
  return html`
    <section class="board" data-hat=${colour} aria-labelledby="board">
      ${hat(colour)}
      <h2 id="board" tabindex="-1">${say(`hat.${colour}.word`)} <span class="n">${say("phone.notes", { n: notes.length })}</span></h2>
      ${synthesis(store.row("synthesis", colour))}
      ${repeat(named, ([theme]) => theme.id, ([theme, filed]) => group(theme.name, filed))}
      ${loose.length ? group(themes.length ? say("phone.unthemed") : "", loose) : nothing}
      ${notes.length ? nothing : html`<p class="hint">${say("phone.no_notes")}</p>`}
    </section>`;
}

const synthesis = (row) =>
  row?.text
    ? html`<div class="synthesis"><h3>${say("phone.synthesis")}</h3><p class="text" dir="auto">${row.text}</p></div>`
    : nothing;

const group = (name, notes) => html`
  ${name ? html`<h3 dir="auto">${name}</h3>` : nothing}
  <ul class="notes">${repeat(notes, (note) => note.id, read)}</ul>`;

const read = (note) => html`
  <li class="note">
    <p class="text" dir="auto">${note.text}</p>
    ${note.mine ? html`<p class="state">${say("phone.own")}</p>` : nothing}
    ${note.author && !note.mine ? html`<p class="state" dir="auto">${note.author}</p>` : nothing}
  </li>`;
