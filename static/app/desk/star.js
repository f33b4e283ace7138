// Stars: what the synthesis should say. For the facilitator's eyes alone.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { perform } from "./filing.js";

// Beside a theme's name.
export const themeStar = (desk, theme) => html`
  <button class="star" aria-pressed=${starred(desk, theme) ? "true" : "false"} aria-label=${say("desk.star.theme", { name: theme.name })}
    title=${say(starred(desk, theme) ? "desk.star.take" : "desk.star.give")} @click=${() => star(desk, "theme", [theme.id])}
  >${mark(starred(desk, theme))}</button>
`;

// On a note, for mouse and finger: a note is one choice of a list, and holds no button of its own.
// The keyboard has its letter, and the note's own words say the star.
export const noteStar = (on) => html`
  <span class="star" data-star ?data-on=${on} aria-hidden="true"
    title=${say(on ? "desk.star.take" : "desk.star.give")}>${mark(on)}</span>
  ${on ? html`<span class="sr">${say("desk.star.word")}</span>` : nothing}
`;

const mark = (on) => (on ? "★" : "☆");

export const starred = ({ store }, { id }) => Boolean(store.row("star", id));

// A click on a note's star ticks no note.
export function listenToStars(desk, root) {
  root.addEventListener("click", (event) => {
    const id = event.target.closest("[data-star]")?.closest("[data-note]").dataset.note;
    if (!id) return;
    event.stopPropagation();
    star(desk, "note", [id]);
  }, true);
}

export const starNotes = (desk, notes) => star(desk, "note", notes);

// Star these; where all of them have one already, take the stars away.
function star(desk, kind, ids) {
  const has = (id) => (desk.store.row("star", id) ? 1 : 0);
  const given = ids.every(has) ? 0 : 1;
  const changing = ids.filter((id) => has(id) !== given);
  if (!changing.length) return;
  const says = say(`desk.did.${given ? "starred" : "unstarred"}_${kind}`, { n: changing.length });
  perform(desk, says, changing.map((id) => ["set_star", { kind, id, star: given }]));
}
