// One hat's board: its themes with their notes, side by side.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { asks, boardRound, groups, notesOf, openToAll, word } from "./boards.js";
import { worn } from "./panel.js";
import { aside, round } from "./round.js";
import { wall } from "./wall.js";

export function themes(screen) {
  const { store, state } = screen;
  const at = boardRound(store);
  // Another round of the same hat may have opened this board already.
  const seen = at && (openToAll(at) || notesOf(store, at.hat).length);
  if (!seen) return round(screen);
  return html`
    <main class="themes" data-hat=${at.hat}>
      <header class="band">
        ${worn(screen, at.hat)}
        <div class="what">
          <p class="kicker">${say(`hat.${at.hat}.name`)} · ${word(at.hat)}</p>
          <h1 dir="auto" data-fit="1" data-box><span data-clamp>${asks(at)}</span></h1>
        </div>
        <p class="total"><b>${notesOf(store, at.hat).length}</b> ${counted(store, at.hat)}</p>
      </header>
      ${state.aside ? aside() : wall(store, at.hat, "whole")}
    </main>`;
}

function counted(store, hat) {
  const themes = groups(store, hat).named.length;
  const notes = say("projector.notes", { n: notesOf(store, hat).length });
  return themes ? `${notes}, ${say("projector.themes_all", { n: themes })}` : notes;
}
