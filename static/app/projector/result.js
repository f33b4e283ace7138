// After the vote: what the room chose, by votes. As many votes are the same place.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { groups, notesOf } from "./boards.js";
import { wide } from "./cards.js";
import { notesIn, piles } from "./piles.js";
import { ranked, shareIn, top, wholeOf } from "./ranking.js";

// Notes are longer than the names of themes.
const THEMES = { most: 24, columns: [6, 12] };
const NOTES = { most: 10, columns: [4, 12] };

export function result({ store }, board) {
  const onNotes = board.voted_on === "notes";
  const rows = onNotes ? noteRows(store, board.hat) : themeRows(store, board.hat);
  if (!rows.some(({ votes }) => votes)) {
    return html`<div class="board resting"><p class="calm">${say("projector.no_votes")}</p></div>`;
  }
  const whole = wholeOf(rows, board);
  const size = onNotes ? NOTES : THEMES;
  const places = top(ranked(rows).filter(({ votes }) => votes || !onNotes), size.most);
  const most = places[0].votes;
  const columns = 1 + size.columns.filter((n) => places.length > n).length;
  return html`
    <div class="result" data-fit="2">
      <div data-box data-group>
        <ol data-columns=${wide() ? columns : Math.min(columns, 2)}>${places.map((row) => place(row, most, whole, onNotes))}</ol>
        <p class="more" data-more=${onNotes ? "" : "themes"} data-beyond=${beyond(rows, places, onNotes)} hidden></p>
      </div>
    </div>`;
}

const themeRows = (store, hat) =>
  groups(store, hat).named.map(({ id, name, votes, notes }) => ({ id, text: name, votes, count: notes.length }));

const noteRows = (store, hat) => piles(notesOf(store, hat));

const beyond = (rows, places, onNotes) => (onNotes ? notesIn(rows) - notesIn(places) : rows.length - places.length);

const place = ({ text, votes, rank, count }, most, whole, onNotes) => html`
  <li data-item data-notes=${onNotes ? count : 1}>
    <i>${rank}.</i>
    <span class="what" dir="auto">${text}</span>
    <b aria-label=${say("projector.votes", { n: votes })}>${votes}</b>
    <progress class="bar" aria-hidden="true" max=${most} .value=${votes}></progress>
    <small>${share(votes, whole)}${onNotes && count < 2 ? nothing : html` · ${say("projector.notes_all", { n: count })}`}</small>
  </li>`;

// "about a third of the voters".
function share(votes, { of, n }) {
  const { word, about } = shareIn(votes, n);
  if (["none", "few", "all", "nearly_all"].includes(word)) return say(`projector.share.${of}.${word}`);
  const share = say(`projector.share.${word}`);
  return say(about ? `projector.share.${of}.about` : `projector.share.${of}.exact`, { share });
}

// "45 votes from 15 people"
export function given(store, board) {
  const rows = board.voted_on === "notes" ? notesOf(store, board.hat) : groups(store, board.hat).named;
  const n = rows.reduce((sum, { votes }) => sum + votes, 0);
  return html`
    <p class="total">
      <b>${n}</b> ${say("projector.votes_given", { n })}${board.voters ? html`, ${say("projector.voters", { n: board.voters })}` : nothing}
    </p>`;
}
