// All hats on one screen: what the room says in one text per hat, or until then its heaviest themes.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { groups, notesOf, usedHats } from "./boards.js";

const THEMES = 5; // of a hat that has no text yet, the heaviest

export const synthesis = (store) => html`
  <main class="synthesis">
    <header>
      <h1 dir="auto" data-fit="0.5">${store.workshop.question}</h1>
      <p class="total"><b>${store.all("note").length}</b> ${say("projector.notes", { n: store.all("note").length })}</p>
    </header>
    <div class="hats" data-fit="0.5">${usedHats(store).map((one) => panelOf(store, one))}</div>
    ${outcomes(store)}
  </main>`;

function panelOf(store, colour) {
  const text = store.row("synthesis", colour)?.text;
  const heaviest = groups(store, colour).named.filter((one) => one.notes.length).sort((a, b) => b.votes - a.votes || b.notes.length - a.notes.length);
  const most = Math.max(1, ...heaviest.map((one) => one.notes.length));
  return html`
    <section class="hat-panel" data-hat=${colour}>
      ${hat(colour)}
      <h2><span>${say(`hat.${colour}.word`)}</span> <span>${notesOf(store, colour).length}</span></h2>
      <div class="inside" data-inside>
        ${text ? html`<p class="text" dir="auto">${text}</p>` : themesOf(heaviest, most)}
      </div>
    </section>`;
}

const themesOf = (heaviest, most) =>
  heaviest.length
    ? html`<ul>${heaviest.slice(0, THEMES).map((one) => weight(one, most))}</ul>`
    : html`<p class="hint">${say("projector.nothing_yet")}</p>`;

const weight = ({ name, notes }, most) => html`
  <li><p><span dir="auto">${name}</span> <b>${notes.length}</b></p>
    <progress max=${most} .value=${notes.length} aria-hidden="true"></progress></li>`;

function outcomes(store) {
  const all = store.all("outcome");
  if (!all.length) return nothing;
  return html`
    <section class="outcomes" data-hat="blue" data-fit="0.6">
      ${hat("blue")} <h2>${say("projector.outcomes")}</h2>
      <ul>${all.map((one) => html`<li dir="auto">${one.text}${one.owner ? html` <b>${one.owner}</b>` : nothing}</li>`)}</ul>
    </section>`;
}
