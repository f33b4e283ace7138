// What this hat comes to, in the facilitator's words: statements, and the notes that each rests on.
import { html, keyed, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { checkView } from "./checking.js";
import { coverage, current, linked, linkNotes, unlinkNote, wordsIn } from "./drafts.js";
import { inHand } from "./filing.js";
import { fitView } from "./fits.js";
import { hat as hatIcon } from "../hat.js";
import { focusNote } from "./keys.js";
import { proposalView } from "./proposal.js";
import { statementsView } from "./statements.js";

const [FEW, MANY] = [18, 35]; // words that read well on one slide beside four others

export function synthesisView(desk, hat) {
  const saved = desk.drafts.state(hat);
  return html`
    <section class="synthesis" data-hat=${hat}>
      ${keyed(hat, hatIcon(hat))}
      <div class="scrolls">
        <h2>
          <span>${say("desk.synthesis.title")}</span>
          <small>${saved ? say(`desk.synthesis.${saved}`) : nothing}</small>
        </h2>
        ${keyed(hat, statementsView(desk, hat))} ${proposalView(desk, hat)}
        ${wordsView(wordsIn(desk.drafts.text(hat)))} ${fitView(desk)} ${coverageView(desk, hat)}
        ${restsView(desk, hat, inHand(desk, hat))} ${checkView(desk, hat)}
      </div>
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

// How much of what people wrote stands behind it, and how much of it is the facilitator's alone.
function coverageView(desk, hat) {
  const { notes, of, alone } = coverage(desk, hat);
  if (!of || !desk.drafts.text(hat)) return nothing;
  const light = () => ((desk.state.lit = desk.state.lit === true ? false : true), desk.draw());
  return html`
    <p class="coverage">
      <button class="lit" ?disabled=${!notes} aria-pressed=${desk.state.lit === true ? "true" : "false"} @click=${light}>
        ${say("desk.synthesis.coverage", { n: notes, of })}
      </button>
      ${alone ? html`<span>${say("desk.synthesis.alone", { n: alone })}</span>` : nothing}
    </p>
  `;
}

// The notes of the statement that was written last.
function restsView(desk, hat, ticked) {
  const at = current(desk, hat);
  const notes = linked(desk, hat, at);
  const several = desk.drafts.statements(hat).length > 1;
  return html`
    <div class="rests">
      <p>${several ? html`<b>${at + 1}.</b> ` : nothing}${notes.length
        ? say("desk.synthesis.rests", { n: notes.length })
        : say("desk.synthesis.rests_on_none")}</p>
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
