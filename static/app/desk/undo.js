// Undo: for every action on the board, the actions that bring back what was before.

import { said } from "./concluded.js";

export const AT_ONCE = 200; // notes in one file_notes

// Must be asked before the action is done. Answers [[action, args], …].
export function inverse(store, action, args) {
  switch (action) {
    case "file_notes":
      return filedBack(store, args.notes);
    case "name_theme":
      return renamedBack(store.row("theme", args.id), args.id);
    case "merge_themes":
    case "dissolve_theme":
      return [...renamedBack(store.row("theme", args.id), args.id), ...filedUnder(store, args.id)];
    case "stack_notes":
      return stackedBack(store, args.notes);
    case "write_synthesis":
      return [["write_synthesis", written(store.row("synthesis", args.hat), args.hat)]];
    case "set_board":
      return [["set_board", { hat: args.hat, hands: "desk", lens: "", ...set(store.row("board", args.hat)) }]];
    case "hide_note":
      return [["hide_note", { id: args.id, hidden: store.row("note", args.id)?.hidden ?? 0 }]];
    case "set_star":
      return [["set_star", { ...args, star: store.row("star", args.id) ? 1 : 0 }]];
    case "settle_remark":
      return [["settle_remark", { id: args.id, state: store.row("agreement", args.id)?.state ?? "open" }]];
    case "put_outcome":
    case "remove_outcome":
      return outcomeBack(store, args.id);
    default:
      throw new Error(`nothing undoes ${action}`);
  }
}

// Each note goes back to the theme it was under.
const filedBack = (store, ids) =>
  [...grouped(ids, (id) => store.row("note", id)?.theme ?? "")].flatMap(([theme, notes]) => filed(notes, theme));

// Each note goes back on the stack it was on.
const stackedBack = (store, ids) =>
  [...grouped(ids, (id) => store.row("note", id)?.stack ?? "")].map(([stack, notes]) => [
    "stack_notes",
    { notes, stack },
  ]);

function grouped(ids, by) {
  const groups = new Map();
  for (const id of ids) groups.set(by(id), [...(groups.get(by(id)) ?? []), id]);
  return groups;
}

// A text that was worked on since the step is not taken back with it.
export const overtaken = (store, { wrote }) =>
  wrote.some(({ hat, statements }) => {
    const now = store.row("synthesis", hat)?.statements ?? [];
    return JSON.stringify(now.map(({ text }) => text)) !== JSON.stringify(statements.map(({ text }) => text));
  });

const written = (row, hat) => ({ hat, statements: row?.statements ?? [], draft: row?.status === "draft" ? 1 : 0 });

const set = (row) => row && { hands: row.hands, lens: row.lens };

// Everything that is under a theme now.
const filedUnder = (store, theme) =>
  filed(
    store
      .all("note")
      .filter((note) => note.theme === theme)
      .map(({ id }) => id),
    theme,
  );

// Naming a theme that was dissolved brings it back; a new one is dissolved again.
const renamedBack = (theme, id) =>
  theme
    ? [["name_theme", { id, hat: theme.hat, name: theme.name }]]
    : [["dissolve_theme", { id }]];

// A new one is removed again, another is put as it was.
function outcomeBack(store, id) {
  const outcome = store.row("outcome", id);
  return outcome ? [["put_outcome", said(store, outcome)]] : [["remove_outcome", { id }]];
}

// The file_notes that put these notes under a theme.
export function filed(notes, theme) {
  const actions = [];
  for (let from = 0; from < notes.length; from += AT_ONCE)
    actions.push(["file_notes", { notes: notes.slice(from, from + AT_ONCE), theme }]);
  return actions;
}

// What was done, newest last; each step undoes as a whole, last action first.
export class Past {
  #steps = [];

  get empty() {
    return this.#steps.length === 0;
  }

  // Remember a step that is about to be taken.
  remember(store, says, actions) {
    const back = actions.map(([action, args]) => inverse(store, action, args));
    const wrote = actions.filter(([action]) => action === "write_synthesis").map(([, args]) => args);
    const step = { says, actions: back.reverse().flat(), wrote };
    this.#steps = [...this.#steps.slice(-199), step];
    return step;
  }

  // A step that the server refused was never taken.
  forget(step) {
    this.#steps = this.#steps.filter((one) => one !== step);
  }

  take = () => this.#steps.pop();
}
