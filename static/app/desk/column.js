// A column of the board: a theme with its notes, or the notes without one.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { beginNaming, fileNotes, inHand } from "./filing.js";
import { noteView } from "./note.js";
import { themeStar } from "./star.js";
import { stillHidden } from "./steps.js";
import { nameForm, themeMenu } from "./theme.js";

const KEYED = 9; // themes that a number key reaches

export function columnView(desk, hat, { id, theme, notes }, number, behind) {
  const { state } = desk;
  const first = notes.find((note) => note.id === state.held) ?? notes[0];
  const name = theme ? theme.name : say("desk.board.unthemed");
  return html`
    <section class="column ${theme ? "" : "loose"} ${notes.length ? "" : "bare"}" data-column=${id} aria-label=${name}>
      ${headView(desk, hat, { theme, name, number, count: notes.length })}
      ${notes.length
        ? html`<ul role="listbox" aria-multiselectable="true" aria-label=${name}>
            ${repeat(notes, (note) => note.id, (note) => {
              const ticked = state.ticked.has(note.id);
              const rests = behind.has(note.id);
              return guard([note, ticked, rests, note === first], () => noteView(note, ticked, rests, note === first));
            })}
          </ul>`
        : html`<p class="empty">${say(emptyWhy(desk, hat, theme))}</p>`}
    </section>
  `;
}

// Notes that are hidden again have gone nowhere: do not say that there are none.
function emptyWhy({ store }, hat, theme) {
  const hidden = store.all("round").some((round) => round.hat === hat && stillHidden(round));
  if (hidden) return "desk.board.until_reveal";
  return theme ? "desk.board.empty_theme" : "desk.board.all_filed";
}

function headView(desk, hat, { theme, name, number, count }) {
  if (theme && desk.state.naming?.id === theme.id) return nameForm(desk, theme.name);
  return html`
    <header>
      ${theme
        ? html`<h3>
            <button class="name" dir="auto" title=${say("desk.theme.rename")} @click=${() => beginNaming(desk, theme)}>
              <span>${name}</span>
            </button>
          </h3>`
        : html`<h3 class="name">${name}</h3>`}
      ${hereButton(desk, hat, theme?.id ?? "", name, number)}
      <span class="count">
        ${say("desk.count.notes", { n: count })}
        ${theme?.votes ? html`<br>${say("desk.count.votes", { n: theme.votes })}` : nothing}
      </span>
      ${theme
        ? html`${themeStar(desk, theme)}
            <button class="menu-button" aria-haspopup="true" aria-label=${say("desk.theme.menu", { name })}
            @click=${(event) => themeMenu(desk, event, theme)}>⋯</button>`
        : nothing}
    </header>
  `;
}

// The number key, on the screen: files the ticked notes here.
function hereButton(desk, hat, id, name, number) {
  const ticked = desk.state.ticked.size;
  const label = say("desk.theme.here", { n: ticked, name });
  return html`
    <button class="here" ?disabled=${!ticked} title=${label} @click=${() => fileNotes(desk, inHand(desk, hat), id)}>
      <kbd>${number > KEYED ? "↓" : number}</kbd><span class="sr"> ${label}</span>
    </button>
  `;
}

// The last column: becomes a theme by a click, or by dropping notes on it.
export function newColumn(desk, hat, naming) {
  if (!naming) {
    return html`
      <button class="column new" data-column="+" title=${say("desk.tools.theme")}
        @click=${() => beginNaming(desk, { hat, notes: inHand(desk, hat) })}>
        <span aria-hidden="true">+</span><span class="sr">${say("desk.tools.theme")}</span>
      </button>
    `;
  }
  const { notes } = desk.state.naming;
  return html`
    <section class="column" data-column="+">
      ${nameForm(desk, "")}
      ${notes.length ? html`<p class="empty">${say("desk.theme.taking", { n: notes.length })}</p>` : nothing}
    </section>
  `;
}
