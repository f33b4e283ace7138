// Actions on their way to the server. They survive no network, a reload and a closed tab; each leaves
// only when the server has it on disk, or has refused it for good. Works on plain http: localStorage.

const memory = new Map(); // where the browser gives us no storage

export class Outbox {
  lasting = true; // false: waiting actions would not survive closing the page
  refused = []; // {action, args, answer}: what the server said no to, newest last
  #sent = new Map(); // acknowledged, but its row is not here yet
  #scope;
  #send;
  #busy = false;
  #onItsWay = ""; // the key of the action that is being sent
  #last = 0;
  #listeners = [];

  // `send(action, args)` answers {ok} or {refused}, or throws when nobody answered.
  constructor(scope, send) {
    this.#scope = `hattupaja/${scope}/`;
    this.#send = send;
    globalThis.addEventListener?.("storage", () => this.#tell());
  }

  // Put an action at the end of the queue and try to send. Resolves with the server's answer.
  push(action, args) {
    this.#last = Math.max(Date.now(), this.#last + 1); // two in one millisecond keep their order
    const key = `${this.#scope}${String(this.#last).padStart(15, "0")}-${newId()}`;
    this.#keep(key, { action, args });
    this.#tell();
    return new Promise((resolve) => {
      this.#waiters.set(key, resolve);
      this.flush();
    });
  }

  #waiters = new Map();

  // What waits, oldest first: [{action, args}].
  waiting = () => this.#keys().map((key) => this.#read(key)).filter(Boolean);

  // What the server has but whose row has not come yet: [{action, args}].
  sent = () => [...this.#sent.values()];

  // All rows up to a revision have come: forget what was acknowledged by then.
  settle(rev) {
    for (const [key, entry] of this.#sent) if (entry.rev <= rev) this.#sent.delete(key);
  }

  // Take out of the queue what has not started on its way, where `test(entry)` says so.
  recall(test) {
    const keys = this.#keys().filter((key) => key !== this.#onItsWay);
    const back = keys.map((key) => [key, this.#read(key)]).filter(([, entry]) => entry && test(entry));
    for (const [key] of back) this.#finish(key, {});
    if (back.length) this.#tell();
    return back.map(([, entry]) => entry);
  }

  // Send everything that waits, one at a time and in order. Stops when nobody answers.
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let key; (key = this.#keys()[0]); ) {
        const entry = this.#read(key);
        if (!entry) {
          this.#drop(key);
          continue;
        }
        this.#onItsWay = key;
        const answer = await this.#send(entry.action, entry.args);
        if (answer.refused === "try_again") break;
        if (answer.ok) this.#sent.set(key, { ...entry, rev: answer.rev });
        else this.refused = [...this.refused, { ...entry, answer }];
        this.#finish(key, answer);
        this.#tell();
      }
    } catch {
      // nobody answered; live.js flushes again when the server is back
    } finally {
      this.#busy = false;
      this.#onItsWay = "";
    }
  }

  #finish(key, answer) {
    this.#drop(key);
    this.#waiters.get(key)?.(answer);
    this.#waiters.delete(key);
  }

  forget(entry) {
    this.refused = this.refused.filter((one) => one !== entry);
    this.#tell();
  }

  listen = (listener) => this.#listeners.push(listener);

  #tell = () => this.#listeners.forEach((listener) => listener());

  #keys() {
    const keys = [...memory.keys()];
    try {
      for (let i = 0; i < localStorage.length; i++) keys.push(localStorage.key(i));
    } catch {
      this.lasting = false;
    }
    return keys.filter((key) => key.startsWith(this.#scope)).sort();
  }

  #keep(key, entry) {
    try {
      localStorage.setItem(key, JSON.stringify(entry));
    } catch {
      this.lasting = false;
      memory.set(key, entry);
    }
  }

  #read(key) {
    if (memory.has(key)) return memory.get(key);
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  #drop(key) {
    memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept there
    }
  }
}

// An id that nobody else will make; crypto.randomUUID does not exist on plain http.
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (n) => n.toString(36).padStart(2, "0")).join("");
