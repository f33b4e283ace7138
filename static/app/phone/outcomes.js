// What was decided, on what ground, and what came of one's own notes.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { ownNotes } from "./notes.js";
import { reach, receipt, restsOn } from "./receipt.js";

const QUOTES = 2; // notes quoted under an outcome; the rest are counted

export function outcomes({ live: { store, outbox } }, { concluded }) {
  if (!concluded) return nothing;
  const kinds = ["decision", "action"].map((kind) => [kind, store.all("outcome").filter((one) => one.kind === kind)]);
  return html`
    <section class="outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes" tabindex="-1">${say("phone.outcomes")}</h2>
      ${kinds.map(([kind, all]) => (all.length ? list(store, kind, all) : nothing))}
      ${kinds.every(([, all]) => !all.length) ? html`<p class="hint">${say("phone.no_outcomes")}</p>` : nothing}
      <p><a class="button" href=${`/results/${page.code}`}>${say("phone.results_page")}</a></p>
    </section>
    ${became(store, ownNotes(store, outbox))}`;
}

const list = (store, kind, all) => html`
  <h3>${say(`phone.${kind}s`)}</h3>
  <ol class="decided">${repeat(all, ({ id }) => id, (one) => outcome(store, one))}</ol>`;

const outcome = (store, one) => html`
  <li class="outcome" data-kind=${one.kind}>
    <p class="text" dir="auto">${one.text}</p>
    ${one.owner || one.due ? html`<p class="who">${charge(one)}</p>` : nothing}
    ${ground(restsOn(store, one))}
  </li>`;

const charge = ({ owner, due }) => html`
  ${owner ? html`<b dir="auto">${owner}</b>` : nothing}${owner && due ? " · " : nothing}${due ? html`<span>${say("phone.due", { date: day(due) })}</span>` : nothing}`;

function day(due) {
  const written = new Intl.DateTimeFormat(page.language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return written.format(new Date(`${due}T00:00Z`));
}

function ground({ themes, notes }) {
  if (!themes.length && !notes.length) return nothing;
  const rest = notes.length - QUOTES;
  return html`
    <ul class="ground" aria-label=${say("phone.rests_on")}>
      ${themes.map((theme) => html`<li data-hat=${theme.hat}>${hat(theme.hat)}<b dir="auto">${theme.name}</b></li>`)}
      ${notes.slice(0, QUOTES).map((note) => html`<li data-hat=${note.hat}>${hat(note.hat)}<q dir="auto">${note.text}</q></li>`)}
      ${rest > 0 ? html`<li>${say("phone.rests_more", { n: rest })}</li>` : nothing}
    </ul>`;
}

function became(store, notes) {
  if (!notes.length) return nothing;
  const lines = receipt(store, notes);
  const far = lines.filter(reach);
  const kept = lines.filter((line) => !reach(line));
  return html`
    <section class="receipt" aria-labelledby="receipt">
      <h2 id="receipt">${say("phone.receipt")} <span class="n">${notes.length}</span></h2>
      <ul>${repeat(far, ({ note }) => note.id, path)}</ul>
      ${kept.length ? html`
        <details class="earlier" ?open=${!far.length}>
          <summary>${say("phone.receipt_kept")} <span class="n">${kept.length}</span></summary>
          <ul>${repeat(kept, ({ note }) => note.id, path)}</ul>
        </details>` : nothing}
    </section>`;
}

const path = ({ note, theme, statement, outcomes }) => html`
  <li class="path" data-hat=${note.hat}>
    ${hat(note.hat)}
    <div class="said">
      <p class="text" dir="auto">${note.text}</p>
      <ul class="steps">
        ${note.state === "hidden" ? html`<li>${say("phone.hidden_why")}</li>` : nothing}
        ${theme ? step("receipt_theme", theme.name) : nothing}
        ${statement ? step("receipt_statement", statement.text) : nothing}
        ${outcomes.map(({ kind, text }) => step(`receipt_${kind}`, text))}
      </ul>
    </div>
  </li>`;

const step = (phrase, text) => html`<li><b>${say(`phone.${phrase}`)}</b> <span dir="auto">${text}</span></li>`;
