// What this hat comes to, in the facilitator's words, and the notes that it rests on.
import { html, keyed, live, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { checkView } from "./checking.js";
import { linked, linkNotes, unlinkNote, wordsIn } from "./drafts.js";
import { inHand } from "./filing.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { focusNote } from "./keys.js";

const [FEW, MANY] = [18, 35]; // words that read well on one slide beside four others

export function synthesisView(desk, hat) {
  const { drafts, store } = desk;
  const text = drafts.text(hat);
  const saved = drafts.state(hat);
  const notes = linked(store, hat);
  const ticked = inHand(desk, hat);
  return html`
    <section class="synthesis" data-hat=${hat}>
      ${keyed(hat, hatIcon(hat))}
      <h2>
        <span>${say("desk.synthesis.title")}</span>
        <small>${saved ? say(`desk.synthesis.${saved}`) : nothing}</small>
      </h2>
      ${keyed(hat, html`
        <textarea dir="auto" maxlength="4000" aria-label=${say("desk.synthesis.label", { hat: hatWord(hat) })}
          aria-describedby="synthesis-words" placeholder=${say("desk.synthesis.placeholder")} .value=${live(text)}
          @input=${({ target }) => drafts.write(hat, target.value)}
          @focus=${() => drafts.focus(hat)} @blur=${() => drafts.blur(hat)}></textarea>
      `)}
      ${wordsView(wordsIn(text))}
      ${restsView(desk, hat, notes, ticked)}
      ${checkView(desk, hat)}
    </section>
  `;
}

function wordsView(words) {
  const fits = words >= FEW && words <= MANY;
  return html`
    <div class="words" ?data-fits=${fits}>
      <progress max=${MANY + FEW} value=${Math.min(words, MANY + FEW)} aria-hidden="true"></progress>
      <p id="synthesis-words">
        <b>${say("desk.synthesis.words", { n: words })}</b>
        <span>${say("desk.synthesis.guide", { few: FEW, many: MANY })}</span>
      </p>
    </div>
  `;
}

function restsView(desk, hat, notes, ticked) {
  const { state, draw } = desk;
  const light = () => {
    state.lit = !state.lit;
    draw();
  };
  return html`
    <div class="rests">
      ${notes.length
        ? html`<button class="lit" aria-pressed=${state.lit ? "true" : "false"} @click=${light}>
            ${say("desk.synthesis.rests", { n: notes.length })}
          </button>`
        : html`<p>${say("desk.synthesis.rests_on_none")}</p>`}
      <button class="button" ?disabled=${!ticked.length} @click=${() => linkNotes(desk, hat, ticked)}>
        ${ticked.length ? say("desk.synthesis.link", { n: ticked.length }) : say("desk.synthesis.link_none")}
      </button>
    </div>
    <ul class="linked">${repeat(notes, (id) => id, (id) => linkedView(desk, hat, desk.store.row("note", id)))}</ul>
  `;
}

const linkedView = (desk, hat, note) => html`
  <li>
    <button class="text" dir="auto" @click=${() => find(note.id)}>${note.text}</button>
    <button class="menu-button" aria-label=${say("desk.synthesis.unlink", { text: note.text.slice(0, 60) })}
      @click=${() => unlinkNote(desk, hat, note.id)}>✕</button>
  </li>
`;

function find(id) {
  document.querySelector(`[data-note="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  focusNote(id);
}
