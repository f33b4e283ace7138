// A column of the board: a theme with its notes, or the notes without one.
import { guard, html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { beginNaming, fileNotes, inHand } from "./filing.js";
import { offers } from "./ghosts.js";
import { namesView } from "./names.js";
import { noteView } from "./note.js";
import { offered } from "./stacks.js";
import { starred, themeStar } from "./star.js";
import { stillHidden } from "./steps.js";
import { nameForm, themeMenu } from "./theme.js";

const KEYED = 9; // themes that a number key reaches

export function columnView(desk, hat, column, number, behind) {
  const { state } = desk;
  const { id, theme, notes } = column;
  const first = notes.find((note) => note.id === state.held) ?? notes[0];
  const name = theme ? theme.name : say("desk.board.unthemed");
  const alike = theme ? new Map() : alikeOf(desk, hat);
  const fresh = new Set(column.fresh);
  return html`
    <section class="column ${theme ? "" : "loose"} ${notes.length ? "" : "bare"}" data-column=${id} aria-label=${name}>
      ${headView(desk, hat, { theme, name, number, count: column.count, maybe: column.ghosts.size })}
      ${notes.length
        ? html`<ul role="listbox" aria-multiselectable="true" aria-label=${name}>
            ${repeat(notes, (note) => note.id, (note) => {
              const shown = {
                ticked: state.ticked.has(note.id),
                rests: behind.get(note.id)?.join(", ") ?? "",
                first: note === first,
                ghost: column.ghosts.has(note.id),
                beneath: column.beneath.get(note.id) ?? [],
                themes: theme ? [] : offers(desk, hat, note.id),
                alike: alike.get(note.id) ?? [],
                fresh: fresh.has(note.id),
                star: starred(desk, note),
              };
              const { themes, beneath, ...flat } = shown;
              const parts = [note, ...Object.values(flat), ...themes, ...beneath, themes.length, beneath.length];
              return guard(parts, () => noteView(note, shown));
            })}
          </ul>`
        : html`<p class="empty">${say(emptyWhy(desk, hat, theme))}</p>`}
    </section>
  `;
}

// For the first note of each stack that is offered: the notes that are like it. One array while they are the same.
const known = new WeakMap();
function alikeOf(desk, hat) {
  const stacks = offered(desk, hat);
  const sign = stacks.join(" ");
  if (known.get(desk)?.sign !== sign)
    known.set(desk, {
      sign,
      alike: new Map(stacks.map(([first, ...others]) => [first, others.map((id) => desk.store.row("note", id))])),
    });
  return known.get(desk).alike;
}

// Notes that are hidden again have gone nowhere: do not say that there are none.
function emptyWhy({ store }, hat, theme) {
  const hidden = store.all("round").some((round) => round.hat === hat && stillHidden(round));
  if (hidden) return "desk.board.until_reveal";
  return theme ? "desk.board.empty_theme" : "desk.board.all_filed";
}

function headView(desk, hat, { theme, name, number, count, maybe }) {
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
        ${maybe ? html`<br>${say("desk.count.maybe", { n: maybe })}` : nothing}
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
      ${notes.length ? html`<p class="empty">${say("desk.theme.taking", { n: notes.length })}</p>` : namesView(desk, hat)}
    </section>
  `;
}
