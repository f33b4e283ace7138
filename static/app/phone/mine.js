// One's own notes, newest first: those of the hat that is on, the rest folded away below.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { ownNote } from "./ownnote.js";
import { ownNotes } from "./notes.js";

export function mine(phone, { on, moment, concluded }) {
  const notes = ownNotes(phone.live.store, phone.live.outbox);
  if (concluded) return notes.some((note) => note.state === "waiting") ? section(phone, notes) : nothing; // the receipt has them
  const here = moment === "lobby" || moment === "blue" ? notes : notes.filter((note) => note.hat === on.hat);
  const earlier = notes.filter((note) => !here.includes(note));
  return html`
    ${here.length ? section(phone, here) : nothing}
    ${earlier.length ? folded(phone, earlier) : nothing}`;
}

const section = (phone, notes) => html`
  <section class="mine" aria-labelledby="mine">
    <h2 id="mine">${say("phone.mine")} <span class="n">${notes.length}</span></h2>
    ${list(phone, notes)}
    ${notes.some((note) => note.state === "kept") ? html`<p class="hint">${say("phone.kept_why")}</p>` : nothing}
  </section>`;

const folded = (phone, notes) => html`
  <details class="mine earlier">
    <summary>${say("phone.mine_earlier")} <span class="n">${notes.length}</span></summary>
    ${list(phone, notes)}
  </details>`;

const list = (phone, notes) => html`
  <ul class="notes">${repeat(notes, (note) => note.id, (note) => ownNote(phone, note))}</ul>`;
