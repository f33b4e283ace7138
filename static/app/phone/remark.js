// What somebody finds missing while they write it, by hat; and which text of a synthesis they answered.
import { remembered } from "./remember.js";

export class Remark {
  #drafts;
  #answered;

  constructor(code) {
    this.#drafts = remembered(`hattupaja/remark/${code}`, {});
    this.#answered = remembered(`hattupaja/answered/${code}`, {});
  }

  // undefined: not begun. "" is a field opened and still empty.
  draft = (hat) => this.#drafts.get()[hat];

  write(hat, text) {
    this.#drafts.set({ ...this.#drafts.get(), [hat]: text });
  }

  // Take out what was being written of hats that nobody is asked about any more: [[hat, text], …].
  overdue(checking) {
    const left = Object.entries(this.#drafts.get()).filter(([hat]) => !checking.includes(hat));
    for (const [hat] of left) this.drop(hat);
    return left.filter(([, text]) => text.trim());
  }

  drop(hat) {
    const { [hat]: gone, ...rest } = this.#drafts.get();
    this.#drafts.set(rest);
  }

  answer(hat, text) {
    this.drop(hat);
    this.#answered.set({ ...this.#answered.get(), [hat]: text });
  }

  // Did the text change since this person answered?
  overtaken = (hat, text) => (this.#answered.get()[hat] ?? text) !== text;
}
