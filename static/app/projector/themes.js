// One hat's board: its themes with their notes, side by side; or what the room does with them now.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { ballot, howToVote, voters } from "./ballot.js";
import { also, asks, boardRound, groups, notesOf, openToAll, word } from "./boards.js";
import { filing, left, sortedBy } from "./filing.js";
import { worn } from "./panel.js";
import { given, result } from "./result.js";
import { aside, round } from "./round.js";
import { stageOf, votedOn } from "./stage.js";
import { wall } from "./wall.js";

export function themes(screen) {
  const { store, state } = screen;
  const at = boardRound(store);
  // Another round of the same hat may have opened this board already.
  const seen = at && (openToAll(at) || notesOf(store, at.hat).length);
  if (!seen) return round(screen);
  const board = store.row("board", at.hat);
  const { kicker, heading, count, inside } = stages[stageOf(board)](screen, at, board);
  return html`
    <main class="themes" data-hat=${at.hat}>
      <header class="band">
        ${worn(screen, at.hat)}
        <div class="what">
          <p class="kicker">${say(`hat.${at.hat}.name`)} · ${word(at.hat)}${kicker ? html` · ${kicker}` : nothing}</p>
          <h1 dir="auto" data-fit="1" data-box><span data-clamp>${heading}</span></h1>
        </div>
        ${count}
      </header>
      ${state.aside ? aside() : inside}
    </main>`;
}

// What each stage says in the band, and shows beneath it.
const stages = {
  ballot: (screen, at, board) => ({
    kicker: also(votedOn(screen.store).slice(1)),
    heading: howToVote(board),
    count: voters(board, screen.store.present),
    inside: ballot(screen, board),
  }),
  result: (screen, at, board) => ({
    heading: say(board.voted_on === "notes" ? "projector.chosen_notes" : "projector.chosen_themes"),
    count: given(screen.store, board),
    inside: result(screen, board),
  }),
  filing: (screen, at, board) => ({
    kicker: say(`projector.hands.${board.hands}`),
    heading: sortedBy(board),
    count: left(screen.store, at.hat),
    inside: filing(screen, board),
  }),
  wall: ({ store }, at, board) => ({
    kicker: board?.lens ? say("projector.sorted_by", { lens: board.lens }) : "",
    heading: asks(at),
    count: html`<p class="total"><b>${notesOf(store, at.hat).length}</b> ${counted(store, at.hat)}</p>`,
    inside: wall(store, at.hat, "whole"),
  }),
};

function counted(store, hat) {
  const themes = groups(store, hat).named.length;
  const notes = say("projector.notes", { n: notesOf(store, hat).length });
  return themes ? `${notes}, ${say("projector.themes_all", { n: themes })}` : notes;
}
