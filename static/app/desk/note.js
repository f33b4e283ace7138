// A note on the board. `rests`: the numbers of the statements that rest on it. `first`: the Tab key comes to the column here.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { noteStar } from "./star.js";

export const noteView = (note, { ticked, rests, first, ghost, beneath, themes, alike, fresh, star }) => html`
  <li class="note" role="option" data-note=${note.id} tabindex=${first ? "0" : "-1"}
    aria-selected=${ticked ? "true" : "false"} ?data-hidden=${note.hidden} ?data-rests=${rests} ?data-ghost=${ghost}
    ?data-fresh=${fresh} ?data-stacked=${beneath.length}>
    ${noteStar(star)}
    <p dir="auto">${note.text}</p>
    ${beneath.length ? beneathView(note, beneath) : nothing}
    ${footView(note, rests, ghost)}
    ${alike.length ? alikeView(alike) : nothing}
    ${ghost ? ghostView() : themes.length ? themesView(themes) : nothing}
  </li>
`;

function footView({ author, marks, hidden, votes }, rests, ghost) {
  const words = [
    ghost && say("desk.note.ghost"),
    hidden && say("desk.note.hidden"),
    marks.includes("crazy") && say("desk.note.crazy"),
    votes > 0 && say("desk.count.votes", { n: votes }),
    rests && say("desk.note.rests", { at: rests }),
  ].filter(Boolean);
  if (!words.length && !author) return nothing;
  return html`
    <footer>
      ${author ? html`<span dir="auto">${author}</span>` : nothing}
      ${words.map((word) => html`<span>${word}</span>`)}
    </footer>
  `;
}

// What lies beneath the first note of a stack stays readable.
const beneathView = (note, beneath) => html`
  <ul class="beneath">${beneath.map(({ text }) => html`<li dir="auto">${text}</li>`)}</ul>
  <p class="stack">
    <b>×${beneath.length + 1}</b>
    <button type="button" tabindex="-1" data-does="apart">${say("desk.stack.apart")}</button>
  </p>
`;

const alikeView = (alike) => html`
  <p class="stack">
    <span dir="auto">${say("desk.stack.alike", { n: alike.length, text: alike[0].text })}</span>
    <button type="button" tabindex="-1" data-does="stack">${say("desk.stack.lay")}</button>
    <button type="button" tabindex="-1" data-does="leave">${say("desk.stack.leave")}</button>
  </p>
`;

const ghostView = () => html`
  <p class="offer">
    <button type="button" tabindex="-1" data-does="accept"><kbd>1</kbd> ${say("desk.help.here")}</button>
    <button type="button" tabindex="-1" data-does="decline"><kbd>0</kbd> ${say("desk.help.not_here")}</button>
  </p>
`;

const themesView = (themes) => html`
  <p class="offer">
    ${themes.map(({ id, name }, at) => html`
      <button type="button" tabindex="-1" dir="auto" data-does="file" data-theme=${id}><kbd>${at + 1}</kbd> ${name}</button>
    `)}
  </p>
`;
