// Many hands: each phone files its own notes, or anybody's, under the themes that the facilitator named.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { sortable } from "./sorting.js";

const state = { passed: new Set(), changing: "" }; // notes that fit nowhere for now; the one being changed

export const sort = (phone) =>
  phone.live.store.all("board").filter(({ hands }) => hands !== "desk").map((board) => task(phone, board));

function task(phone, board) {
  const { store, outbox } = phone.live;
  const { themes, notes, loose } = sortable(store, outbox, board);
  if (!themes.length || !notes.length) return nothing;
  const filed = notes.filter(({ theme }) => theme);
  const next = loose.find(({ id }) => !state.passed.has(id)) ?? null;
  return html`
    <section class="task" data-hat=${board.hat} aria-labelledby="sort-${board.hat}">
      ${hat(board.hat)}
      <h2 id="sort-${board.hat}">${say(`phone.sort.${board.hands}`)} <span class="n">${filed.length}/${notes.length}</span></h2>
      ${board.lens ? html`<p class="hint" dir="auto">${say("phone.sort.lens", { lens: board.lens })}</p>` : nothing}
      ${next ? choose(phone, themes, next) : done(phone, loose)}
      ${filed.length ? sorted(phone, themes, filed) : nothing}
    </section>`;
}

const choose = (phone, themes, note) => html`
  <p class="text quoted" dir="auto">${note.text}</p>
  <ul class="themes" aria-label=${say("phone.sort.where")}>
    ${repeat(themes, ({ id }) => id, ({ id, name }) => html`
      <li><button type="button" class="choice" dir="auto" aria-pressed=${note.theme === id ? "true" : "false"}
        @click=${() => file(phone, note, id)}>${name}</button></li>`)}
  </ul>
  <button type="button" class="button quiet" @click=${() => pass(phone, note)}>${say("phone.sort.none")}</button>`;

function done(phone, loose) {
  if (!loose.length) return html`<p>${say("phone.sort.done")}</p>`;
  const again = () => (state.passed.clear(), phone.draw());
  return html`<p>${say("phone.sort.passed", { n: loose.length })}</p>
    <button type="button" class="button" @click=${again}>${say("phone.sort.again")}</button>`;
}

// What has been filed can be filed otherwise.
const sorted = (phone, themes, filed) => html`
  <details class="earlier">
    <summary>${say("phone.sort.filed")} <span class="n">${filed.length}</span></summary>
    <ul class="notes">
      ${repeat(filed.toReversed(), ({ id }) => id, (note) => html`
        <li class="note">
          <div class="said">
            <p class="text" dir="auto">${note.text}</p>
            ${state.changing === note.id
              ? choose(phone, themes, note)
              : html`<p class="state"><span dir="auto">${themes.find(({ id }) => id === note.theme)?.name}</span></p>`}
          </div>
          ${state.changing === note.id ? nothing : html`
            <button type="button" class="button" @click=${() => change(phone, note.id)}
              aria-label=${say("phone.sort.change_note", { text: note.text.slice(0, 60) })}>${say("phone.sort.change")}</button>`}
        </li>`)}
    </ul>
  </details>`;

function file(phone, { id }, theme) {
  state.changing = "";
  phone.live.act("file_notes", { notes: [id], theme });
  phone.draw();
}

function pass(phone, note) {
  if (note.theme) return file(phone, note, "");
  state.passed.add(note.id);
  return phone.draw();
}

function change(phone, id) {
  state.changing = id;
  phone.draw();
}
