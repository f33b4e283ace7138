// A hat is on: the panel asks, and the other side shows what the room writes — once it may be seen.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { agenda } from "./agenda.js";
import { groups, notesOf, openToAll } from "./boards.js";
import { newest } from "./cards.js";
import { heap } from "./heap.js";
import { lobby } from "./lobby.js";
import { panel } from "./panel.js";
import { wall } from "./wall.js";

export function round(screen) {
  const on = roundOn(screen.store);
  if (!on) return lobby(screen);
  return html`<main class="round" data-hat=${on.hat}>${panel(screen, on)} ${beside(screen, on)}</main>`;
}

function beside(screen, on) {
  if (on.hat === "blue") return agenda(screen, on);
  if (!openToAll(on)) return heap(screen, on);
  if (screen.state.aside) return aside();
  return groups(screen.store, on.hat).named.length ? themed(screen, on) : newest(screen, on);
}

// A board that has themes already shows them rather than its newest notes.
const themed = ({ store }, on) => html`
  <section class="board" aria-label=${say("projector.themes")}>
    <div class="head">
      <h2>${say("projector.themes")}</h2>
      <p>${say("projector.notes_all", { n: notesOf(store, on.hat).length })}</p>
    </div>
    ${wall(store, on.hat, "beside")}
  </section>`;

export const aside = () => html`
  <section class="board resting"><p class="calm">${say("projector.aside")}</p></section>`;
