// What came of it: decisions and actions, and the way of one's own notes to them.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { ways } from "./ways.js";

const day = new Intl.DateTimeFormat(page.language, { dateStyle: "long", timeZone: "UTC" });

export function receipt(phone, { workshop, last, moment }) {
  const { store } = phone.live;
  const outcomes = store.all("outcome");
  const over = workshop.scene === "outcomes" || (last && moment !== "write");
  if (!over) return nothing;
  if (!outcomes.length && workshop.scene !== "outcomes") return results();
  const mine = ways(store);
  return html`
    <section class="outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">${say("phone.outcomes.title")}</h2>
      ${outcomes.length
        ? html`<ul>${repeat(outcomes, ({ id }) => id, (row) => outcome(store, row))}</ul>`
        : html`<p class="hint">${say("phone.outcomes.none")}</p>`}
      ${mine.length ? html`
        <h3>${say("phone.outcomes.mine")}</h3>
        <ul class="ways">${mine.map(way)}</ul>` : nothing}
      ${results()}
    </section>`;
}

const results = () => html`<p class="all"><a class="button" href=${`/results/${page.code}`}>${say("phone.outcomes.all")}</a></p>`;

function outcome(store, { kind, text, owner, due, themes }) {
  const names = themes.map((id) => store.row("theme", id)).filter(Boolean);
  const who = [owner, due && day.format(new Date(due))].filter(Boolean);
  return html`
    <li>
      <p class="kind">${say(`phone.outcomes.${kind}`)}</p>
      <p class="text" dir="auto">${text}</p>
      ${who.length ? html`<p class="who" dir="auto">${who.join(" · ")}</p>` : nothing}
      ${names.length ? html`<p class="from">${names.map(({ hat: colour, name }) => html`<span data-hat=${colour} dir="auto">${hat(colour)} ${name}</span>`)}</p>` : nothing}
    </li>`;
}

const way = ({ note, theme, statement, outcomes }) => html`
  <li data-hat=${note.hat}>
    <p class="text" dir="auto">${hat(note.hat)} ${note.text}</p>
    <ol>
      ${theme ? html`<li dir="auto">${theme.name}</li>` : nothing}
      ${statement ? html`<li dir="auto">${statement.text}</li>` : nothing}
      ${outcomes.map(({ text }) => html`<li dir="auto"><b>${text}</b></li>`)}
    </ol>
  </li>`;
