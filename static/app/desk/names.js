// Names for themes, taken from the room: short notes of the loosest places, quoted as they stand.
import { html, nothing } from "../../vendor/lit-html.js";
import { newId } from "../outbox.js";
import { say } from "../phrases.js";
import { nameTheme } from "./filing.js";

export function namesView(desk, hat) {
  const { store, suggestions } = desk;
  const notes = (suggestions.of(hat)?.names ?? []).map((id) => store.row("note", id)).filter((note) => note && !note.theme);
  const taken = new Set(store.all("theme").filter((theme) => theme.hat === hat).map(({ name }) => name));
  const free = notes.filter(({ text }) => !taken.has(text));
  if (!free.length) return nothing;
  // Before the field of the name loses the focus, which would close it.
  const take = (event, { id, text }) => {
    event.preventDefault();
    desk.state.naming = null;
    nameTheme(desk, { id: newId(), hat, notes: [id] }, text);
  };
  return html`
    <div class="names">
      <p>${say("desk.theme.from_notes")}</p>
      ${free.map((note) => html`
        <button type="button" class="button" dir="auto" @pointerdown=${(event) => take(event, note)}
          @keydown=${(event) => event.key === "Enter" && take(event, note)}>${say("desk.theme.quoted", { text: note.text })}</button>
      `)}
    </div>
  `;
}
