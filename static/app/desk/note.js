// A note on the board. Its text is people's text.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { noteStar } from "./star.js";

// `rests`: the synthesis rests on it. `first`: the Tab key comes to the column here.
export const noteView = (note, ticked, rests, first) => html`
  <li class="note" role="option" data-note=${note.id} tabindex=${first ? "0" : "-1"}
    aria-selected=${ticked ? "true" : "false"} ?data-hidden=${note.hidden} ?data-rests=${rests}>
    ${noteStar(note)}
    <p dir="auto">${note.text}</p>
    ${footView(note, rests)}
  </li>
`;

function footView({ author, marks, hidden, votes }, rests) {
  const words = [
    votes && say("desk.count.votes", { n: votes }),
    hidden && say("desk.note.hidden"),
    marks.includes("crazy") && say("desk.note.crazy"),
    rests && say("desk.note.rests"),
  ].filter(Boolean);
  if (!words.length && !author) return nothing;
  return html`
    <footer>
      ${author ? html`<span dir="auto">${author}</span>` : nothing}
      ${words.map((word) => html`<span>${word}</span>`)}
    </footer>
  `;
}
