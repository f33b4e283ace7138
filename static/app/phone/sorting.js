// Where this person is in filing notes. What they passed over and what they did survive a reload.
import { remembered } from "./remember.js";

const NOTHING = { skips: {}, taps: [] };
const MOST = 400; // taps that can be undone or looked at again

export class Sorting {
  held = {}; // the note on the card, by hat
  #kept;

  constructor(code) {
    this.#kept = remembered(`hattupaja/sorting/${code}`, NOTHING);
  }

  get skips() {
    return this.#kept.get().skips;
  }

  // What was done, newest last: [{note, from}], with the theme it was taken from; `skip` where it was passed over.
  get taps() {
    return this.#kept.get().taps;
  }

  filed({ id, hat, theme }) {
    this.#done(hat, { note: id, from: theme });
  }

  skip({ id, hat }) {
    this.#change({ skips: { ...this.skips, [id]: (this.skips[id] ?? 0) + 1 } });
    this.#done(hat, { note: id, from: "", skip: true });
  }

  // Forget the newest tap; its note is on the card again. Returns it.
  undo(hat) {
    const last = this.taps.at(-1);
    this.#change({ taps: this.taps.slice(0, -1) });
    if (last.skip) this.#change({ skips: { ...this.skips, [last.note]: this.skips[last.note] - 1 } });
    this.held[hat] = last.note;
    return last;
  }

  #done(hat, tap) {
    this.held[hat] = "";
    this.#change({ taps: [...this.taps, tap].slice(-MOST) });
  }

  #change(values) {
    this.#kept.set({ ...this.#kept.get(), ...values });
  }
}
