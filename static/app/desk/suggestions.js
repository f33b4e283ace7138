// What the server suggests for the board looked at: an order, stacks, themes for notes, a draft.
// It is asked anew whenever something on that board has changed, never on a button.
import { page } from "../page.js";
import { lookedAt } from "./state.js";

const PAUSE_MS = 250; // several notes filed in a row are one question
const AGAIN_MS = 2000; // while meanings are still being worked out, or nobody answered

export class Suggestions {
  #boards = new Map(); // hat → {sign, answer}
  #timer = 0;
  #asking = "";

  constructor(desk) {
    this.desk = desk;
  }

  // {order, stacks, filing, sure, names, engine, waiting, drafts}; null before the first answer.
  of = (hat) => this.#boards.get(hat)?.answer ?? null;

  // Whether that is of the board as it is now.
  current = (hat) => this.#boards.get(hat)?.sign === signOf(this.desk.store, hat);

  // After every picture: has the board changed since it was last asked about?
  follow() {
    const hat = lookedAt(this.desk)?.hat;
    if (!hat || hat === "blue" || !this.desk.online()) return;
    const sign = signOf(this.desk.store, hat);
    if (sign && this.#boards.get(hat)?.sign !== sign && this.#asking !== sign) this.#soon(hat, sign, PAUSE_MS);
  }

  #soon(hat, sign, ms) {
    this.#asking = sign;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(hat, sign), ms);
  }

  async #ask(hat, sign) {
    const answer = await asked(this.desk, hat, "suggestions").catch(() => null);
    if (this.#asking === sign) this.#asking = "";
    if (!answer) {
      if (this.desk.online() && lookedAt(this.desk)?.hat === hat && !this.#asking) this.#soon(hat, sign, AGAIN_MS);
      return;
    }
    this.#boards.set(hat, { sign, answer });
    if (answer.waiting && !this.#asking) this.#soon(hat, sign, AGAIN_MS);
    this.desk.draw();
  }

  // Statements proposed for the synthesis: by the words of the room, or by a language model.
  propose = async (hat, { model = false } = {}) =>
    (await asked(this.desk, hat, "draft", model ? "POST" : "GET")).statements;
}

// All that suggestions depend on, as one string; "" for an empty board. Worked out once per revision.
let last = {};
function signOf(store, hat) {
  const { rev, epoch } = store;
  if (last.rev !== rev || last.epoch !== epoch || last.hat !== hat) last = { rev, epoch, hat, sign: sign(store, hat) };
  return last.sign;
}

function sign(store, hat) {
  const notes = store.all("note").filter((note) => note.hat === hat && !note.hidden);
  const themes = store.all("theme").filter((theme) => theme.hat === hat);
  if (!notes.length) return "";
  return JSON.stringify([hat, notes.map(({ id, theme, text }) => [id, theme, text]), themes.map(({ id, name }) => [id, name])]);
}

const asked = (desk, hat, what, method) => fetched(desk, `boards/${hat}/${what}`, method);

export async function fetched({ ticket }, what, method = "GET") {
  const headers = { Authorization: `Bearer ${ticket}` };
  const answer = await fetch(`/api/workshops/${page.code}/${what}`, { method, headers });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return said;
}
