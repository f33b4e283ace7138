// What the facilitator does to the board, every bit of it undoable.
import { newId } from "../outbox.js";
import { say } from "../phrases.js";
import { columns, heir, inOrder, withStacks } from "./columns.js";
import { lookedAt, tell } from "./state.js";
import { chosen } from "./ticks.js";
import { filed, overtaken } from "./undo.js";

// The notes that the next action is about: the ticked ones, or where it counts the one in focus.
export function inHand({ store, state }, hat, focused = false) {
  const board = columns(store, hat);
  return withStacks(board, chosen(state.ticked, inOrder(board), focused ? state.held : ""));
}

// Do all of these as one step. Answers whether all was done.
export async function perform(desk, says, actions) {
  const step = desk.past.remember(desk.store, says, actions);
  tell(desk, says, true);
  for (const [action, args] of actions) {
    const answer = await desk.act(action, args);
    if (answer.refused) {
      desk.past.forget(step);
      return false;
    }
  }
  return true;
}

export async function undo(desk) {
  const step = desk.past.take();
  if (!step) return tell(desk, say("desk.undo.nothing"));
  if (overtaken(desk.store, step)) return tell(desk, say("desk.undo.overtaken", { what: step.says }));
  tell(desk, say("desk.undo.done", { what: step.says }));
  for (const [action, args] of step.actions) await desk.act(action, args);
}

export function fileNotes(desk, notes, theme) {
  const moving = notes.filter((id) => (desk.store.row("note", id)?.theme || "") !== theme);
  desk.state.ticked.clear();
  if (!moving.length) return desk.draw();
  const name = themeName(desk.store, theme);
  const says = say(theme ? "desk.did.filed" : "desk.did.unfiled", { n: moving.length, name });
  perform(desk, says, filed(moving, theme));
}

// Notes under several themes at once: {theme: notes}.
export function fileEach(desk, into, says) {
  desk.state.ticked.clear();
  perform(desk, says, [...into].flatMap(([theme, notes]) => filed(notes, theme)));
}

// File and hand the focus to the next note of the column, so that number keys run through it.
export function fileOnward(desk, notes, theme) {
  const { state, store } = desk;
  const hat = lookedAt(desk)?.hat;
  if (notes.includes(state.held)) state.held = heir(columns(store, hat), state.held, new Set(notes));
  fileNotes(desk, notes, theme);
}

// A new theme, or another name for one.
export function nameTheme(desk, { id, hat, notes = [] }, name) {
  const old = desk.store.row("theme", id);
  if (!name || old?.name === name) return;
  const says = old
    ? say("desk.did.renamed", { name })
    : say(notes.length ? "desk.did.named_with" : "desk.did.named", { name, n: notes.length });
  desk.state.ticked.clear();
  perform(desk, says, [["name_theme", { id, hat, name }], ...filed(notes, id)]);
}

export function mergeThemes(desk, id, into) {
  const [name, other] = [themeName(desk.store, id), themeName(desk.store, into)];
  perform(desk, say("desk.did.merged", { name, into: other }), [["merge_themes", { id, into }]]);
}

export function dissolveTheme(desk, id) {
  perform(desk, say("desk.did.dissolved", { name: themeName(desk.store, id) }), [["dissolve_theme", { id }]]);
}

// Lay notes on a stack, or ("") take them off it.
export function stackNotes(desk, notes, stack, says) {
  desk.state.ticked.clear();
  perform(desk, says, [["stack_notes", { notes, stack }]]);
}

// What a board is sorted by, and who files its notes; the wall shows it where phones are asked.
export function setBoard(desk, hat, news) {
  const old = { lens: "", hands: "desk", ...desk.store.row("board", hat) };
  if (Object.entries(news).every(([name, value]) => old[name] === value)) return;
  const says = "hands" in news ? say(`desk.hands.now_${news.hands}`) : say("desk.did.lens");
  perform(desk, says, [["set_board", { hat, ...news }]]);
  if (news.hands && news.hands !== "desk") desk.act("show", { scene: "themes" });
}

// Hide these notes; where all of them are hidden already, bring them back.
export function hideNotes(desk, notes) {
  const hidden = notes.every((id) => desk.store.row("note", id)?.hidden) ? 0 : 1;
  const changing = notes.filter((id) => desk.store.row("note", id)?.hidden !== hidden);
  if (!changing.length) return;
  desk.state.ticked.clear();
  const says = say(hidden ? "desk.did.hidden" : "desk.did.restored", { n: changing.length });
  perform(desk, says, changing.map((id) => ["hide_note", { id, hidden }]));
}

// Open the field for a theme's name: a new one, which these notes will go under, or one that there is.
export function beginNaming(desk, { id = newId(), hat, notes = [] }) {
  desk.state.naming = { id, hat, notes };
  desk.draw();
}

const themeName = (store, id) => store.row("theme", id)?.name ?? "";
