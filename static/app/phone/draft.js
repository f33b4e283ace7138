// The note being written. It survives a reload, and knows the round its first letter fell in.
import { remembered } from "./remember.js";

const NOTHING = { text: "", round: "", begun: 0, crazy: false };

export class Draft {
  #kept;

  constructor(code) {
    this.#kept = remembered(`hattupaja/draft/${code}`, NOTHING);
  }

  get text() {
    return this.#kept.get().text;
  }

  get crazy() {
    return this.#kept.get().crazy;
  }

  get begun() {
    return this.#kept.get().begun;
  }

  // The round that a begun note belongs to; "" while there is not a letter.
  get begunIn() {
    return this.text.trim() ? this.#kept.get().round : "";
  }

  write(text, round, now) {
    const begun = this.begunIn ? {} : { round, begun: now };
    this.#change({ ...begun, text });
  }

  mark(crazy) {
    this.#change({ crazy });
  }

  // The writer would rather have it under the hat that is on.
  move(round, now) {
    this.#change({ round, begun: now });
  }

  clear() {
    this.#kept.set(NOTHING);
  }

  #change(values) {
    this.#kept.set({ ...this.#kept.get(), ...values });
  }
}
