// What came back: texts that the server said no to. They stay here until their writer decides.
import { remembered } from "./remember.js";

export class Returned {
  #kept;

  constructor(code) {
    this.#kept = remembered(`hattupaja/returned/${code}`, []);
  }

  // [{id, action, text, marks, answer}], newest first.
  all = () => this.#kept.get();

  // Take over what the outbox was refused, so that a reload does not lose it. Returns what is new.
  collect(outbox, textOf) {
    const news = outbox.refused.filter(matters).map(({ action, args, answer }) => {
      const { id = args.hat, marks = [], text = args.remark ?? textOf(id) } = args;
      return { id, action, text, marks, answer };
    });
    for (const entry of outbox.refused) outbox.forget(entry);
    if (news.length) this.#kept.set([...news.reverse(), ...this.all()]);
    return news;
  }

  // The asking ended while this was being written: it was never sent, and is not lost.
  keep(hat, remark) {
    const one = { id: hat, action: "agree", text: remark, marks: [], answer: { refused: "not_checking" } };
    this.#kept.set([one, ...this.all().filter(({ id, action }) => id !== hat || action !== "agree")]);
  }

  drop(one) {
    this.#kept.set(this.all().filter((other) => other !== one));
  }
}

// A note that never arrived needs no taking back.
const matters = ({ action, args, answer }) =>
  ["post_note", "edit_note"].includes(action) ||
  (action === "agree" && Boolean(args.remark)) ||
  (action === "withdraw_note" && answer.refused !== "not_found");
