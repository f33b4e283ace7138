// The synthesis as it is being written: kept by the hand that writes until the server has it.
import { say } from "../phrases.js";
import { tell } from "./state.js";

const PAUSE_MS = 800; // of typing, then it is saved

export class Drafts {
  #texts = new Map(); // hat → {text, focused, timer, saving, again}

  constructor(desk) {
    this.desk = desk;
  }

  text = (hat) => this.#texts.get(hat)?.text ?? this.desk.store.row("synthesis", hat)?.text ?? "";

  // "saving", "waiting" (no connection), "saved" or "" (nothing written).
  state(hat) {
    if (this.#texts.get(hat)?.unsaved) return this.desk.online() ? "saving" : "waiting";
    return this.text(hat) ? "saved" : "";
  }

  write(hat, text) {
    const draft = this.#draft(hat);
    Object.assign(draft, { text, unsaved: true });
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => this.save(hat), PAUSE_MS);
    this.desk.draw();
  }

  focus(hat) {
    this.#draft(hat).focused = true;
  }

  blur(hat) {
    const draft = this.#draft(hat);
    draft.focused = false;
    this.save(hat);
    this.#letGo(hat);
  }

  // One saving at a time, and the newest text last: a slow network is not flooded with versions.
  async save(hat) {
    const draft = this.#texts.get(hat);
    if (!draft?.unsaved) return;
    clearTimeout(draft.timer);
    if (draft.saving) return;
    const text = draft.text;
    draft.saving = true;
    const answer = await this.desk.act("write_synthesis", { hat, text, notes: linked(this.desk.store, hat) });
    draft.saving = false;
    draft.unsaved = draft.text !== text;
    draft.rev = answer.rev ?? 0;
    if (draft.unsaved) this.save(hat);
    this.#letGo(hat);
    this.desk.draw();
  }

  // Everything that is not saved yet, now: before an export, and when the page goes away.
  saveAll = () => Promise.all([...this.#texts.keys()].map((hat) => this.save(hat)));

  // The server's text takes over once it is here and nobody is writing.
  #letGo(hat) {
    const draft = this.#texts.get(hat);
    if (draft && !draft.focused && !draft.unsaved && this.desk.store.rev >= (draft.rev ?? 0)) this.#texts.delete(hat);
  }

  // After every frame.
  settle() {
    for (const hat of this.#texts.keys()) this.#letGo(hat);
  }

  #draft(hat) {
    if (!this.#texts.has(hat)) this.#texts.set(hat, { text: this.text(hat) });
    return this.#texts.get(hat);
  }
}

// The notes that a hat's synthesis rests on, as far as they are still there.
export const linked = (store, hat) =>
  (store.row("synthesis", hat)?.notes ?? []).filter((id) => store.row("note", id));

export function linkNotes(desk, hat, notes) {
  const old = linked(desk.store, hat);
  const more = notes.filter((id) => !old.includes(id));
  desk.state.ticked.clear();
  if (!more.length) return desk.draw();
  rest(desk, hat, [...old, ...more]);
  tell(desk, say("desk.did.linked", { n: more.length }));
}

export function unlinkNote(desk, hat, id) {
  rest(desk, hat, linked(desk.store, hat).filter((one) => one !== id));
}

const rest = (desk, hat, notes) =>
  desk.act("write_synthesis", { hat, text: desk.drafts.text(hat), notes });

export const wordsIn = (text) => text.trim().split(/\s+/).filter(Boolean).length;
