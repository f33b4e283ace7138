// What this hand has filed, each note with the way to change it.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { fileNote } from "./writing.js";

// All of one's own notes; where everybody's are filed, those that this phone has touched.
export function changes(phone, { hands }, notes, themes) {
  const touched = new Set(phone.sorting.taps.map(({ note }) => note));
  const own = notes.filter((note) => (hands === "own" ? note.theme || phone.sorting.skips[note.id] : touched.has(note.id)));
  if (!own.length) return nothing;
  return html`
    <details class="earlier">
      <summary>${say("phone.file_change")} <span class="n">${own.length}</span></summary>
      <ul class="filed">${repeat(own, ({ id }) => id, (note) => chooser(phone, note, themes))}</ul>
    </details>`;
}

const chooser = (phone, note, themes) => html`
  <li>
    <label class="text" for=${`filed-${note.id}`} dir="auto">${note.text}</label>
    <select id=${`filed-${note.id}`} @change=${(change) => move(phone, note, change.target.value)}>
      <option value="" .selected=${!note.theme}>${say("phone.unthemed")}</option>
      ${themes.map(({ id, name }) => html`<option value=${id} .selected=${note.theme === id}>${name}</option>`)}
    </select>
  </li>`;

function move(phone, note, theme) {
  phone.sorting.filed(note);
  fileNote(phone, note.id, theme);
}
