// The synthesis as it is being written: statements, kept by the hand that writes until the server has them.
import { say } from "../phrases.js";
import { perform } from "./filing.js";
import { tell } from "./state.js";

const PAUSE_MS = 800; // of typing, then it is saved
const EMPTY = { text: "", notes: [] };

export class Drafts {
  #kept = new Map(); // hat → {statements, focused, unsaved, timer, saving}

  constructor(desk) {
    this.desk = desk;
  }

  // At least one statement, so that there is a line to write on.
  statements(hat) {
    const found = this.#kept.get(hat)?.statements ?? this.desk.store.row("synthesis", hat)?.statements ?? [];
    return found.length ? found : [EMPTY];
  }

  text = (hat) => this.statements(hat).map(({ text }) => text.trim()).filter(Boolean).join(" ");

  // "refused", "saving", "waiting" (no connection), "saved" or "" (nothing written).
  state(hat) {
    if (this.#kept.get(hat)?.refused) return "refused";
    if (this.#kept.get(hat)?.unsaved) return this.desk.online() ? "saving" : "waiting";
    return this.text(hat) ? "saved" : "";
  }

  write(hat, at, text) {
    this.#set(hat, this.statements(hat).with(at, { ...this.statements(hat)[at], text }));
  }

  // A new line after this one, with what stood behind the cursor. The notes stay with the first.
  split(hat, at, before, after) {
    const { notes } = this.statements(hat)[at];
    this.#set(hat, this.statements(hat).toSpliced(at, 1, { text: before, notes }, { text: after, notes: [] }));
  }

  remove(hat, at) {
    this.#set(hat, this.statements(hat).toSpliced(at, 1));
    this.save(hat);
  }

  // Which notes a statement rests on.
  rest(hat, at, notes) {
    this.#set(hat, this.statements(hat).with(at, { ...this.statements(hat)[at], notes }));
    return this.save(hat);
  }

  // More statements below what there is now, undoable as one step while nothing else was written since.
  add(hat, statements, says) {
    const own = this.statements(hat).filter(({ text }) => text.trim());
    const all = [...own, ...statements];
    this.#set(hat, all);
    clearTimeout(this.#draft(hat).timer);
    this.#draft(hat).unsaved = false;
    perform(this.desk, says, [["write_synthesis", { hat, statements: all, draft: own.length ? 0 : 1 }]]);
  }

  focus(hat) {
    this.#draft(hat).focused = true;
  }

  blur(hat) {
    this.#draft(hat).focused = false;
    this.save(hat);
    this.#letGo(hat);
  }

  #set(hat, statements) {
    const draft = this.#draft(hat);
    Object.assign(draft, { statements, unsaved: true, refused: false });
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => this.save(hat), PAUSE_MS);
    this.desk.draw();
  }

  // One saving at a time, and the newest text last: a slow network is not flooded with versions.
  async save(hat) {
    const draft = this.#kept.get(hat);
    if (!draft?.unsaved) return;
    clearTimeout(draft.timer);
    if (draft.saving) return;
    const { statements } = draft;
    draft.saving = true;
    const answer = await this.desk.act("write_synthesis", { hat, statements });
    const changed = draft.statements !== statements;
    // What was refused stays here as it was written, until it is written otherwise.
    Object.assign(draft, { saving: false, unsaved: changed, refused: !changed && Boolean(answer.refused) });
    draft.rev = answer.rev ?? 0;
    if (draft.unsaved) this.save(hat);
    this.#letGo(hat);
    this.desk.draw();
  }

  // Everything that is not saved yet, now: before an export.
  saveAll = () => Promise.all([...this.#kept.keys()].map((hat) => this.save(hat)));

  // The page goes away: what is newest goes to the outbox, in place of older versions that still wait there.
  leave() {
    for (const [hat, { unsaved, statements }] of this.#kept) {
      if (!unsaved) continue;
      this.desk.outbox.recall(({ action, args }) => action === "write_synthesis" && args.hat === hat);
      this.desk.act("write_synthesis", { hat, statements });
    }
  }

  // The server's text takes over once it is here and nobody is writing.
  #letGo(hat) {
    const draft = this.#kept.get(hat);
    const settled = draft && !draft.unsaved && !draft.saving && !draft.refused && this.desk.store.rev >= (draft.rev ?? 0);
    if (!settled) return;
    // Whoever only rests on a line sees what another desk writes.
    if (draft.focused) draft.statements = this.desk.store.row("synthesis", hat)?.statements ?? draft.statements;
    else this.#kept.delete(hat);
  }

  // After every frame.
  settle() {
    for (const hat of this.#kept.keys()) this.#letGo(hat);
  }

  #draft(hat) {
    if (!this.#kept.has(hat)) this.#kept.set(hat, { statements: this.statements(hat) });
    return this.#kept.get(hat);
  }
}

// The notes that a statement rests on, as far as they are still there.
export const linked = ({ drafts, store }, hat, at) =>
  (drafts.statements(hat)[at]?.notes ?? []).filter((id) => store.row("note", id));

// For every note behind the synthesis: the numbers of the statements that rest on it. `only`: of one of them.
export function behind({ drafts }, hat, only = null) {
  const found = new Map();
  for (const [at, { text, notes }] of drafts.statements(hat).entries()) {
    if (only !== null ? at !== only : !text && !notes.length) continue;
    for (const id of notes) found.set(id, [...(found.get(id) ?? []), at + 1]);
  }
  return found;
}

// How much of the board the synthesis rests on: {notes, of, alone}; alone: statements without a note.
export function coverage(desk, hat) {
  const { drafts, store } = desk;
  const board = store.all("note").filter((note) => note.hat === hat && !note.hidden);
  const found = behind(desk, hat);
  const said = drafts.statements(hat).filter(({ text }) => text.trim());
  return {
    notes: board.filter(({ id }) => found.has(id)).length,
    of: board.length,
    alone: said.filter(({ notes }) => !notes.some((id) => store.row("note", id))).length,
  };
}

// The statement that notes are linked to: the one written last.
export const current = ({ drafts, state }, hat) => Math.min(state.statement, drafts.statements(hat).length - 1);

export function linkNotes(desk, hat, notes) {
  const at = current(desk, hat);
  const old = linked(desk, hat, at);
  const more = notes.filter((id) => !old.includes(id));
  desk.state.ticked.clear();
  if (!more.length) return desk.draw();
  desk.drafts.rest(hat, at, [...old, ...more]);
  tell(desk, say("desk.did.linked", { n: more.length }));
}

export function unlinkNote(desk, hat, id) {
  const at = current(desk, hat);
  desk.drafts.rest(hat, at, linked(desk, hat, at).filter((one) => one !== id));
}

export const wordsIn = (text) => text.trim().split(/\s+/).filter(Boolean).length;
