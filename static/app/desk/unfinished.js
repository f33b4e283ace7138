// Decisions and actions as they are being written: kept, over a reload too, until saved or let go.

export class Unfinished {
  #key;
  #kept;

  constructor(code) {
    this.#key = `hattupaja/desk/${code}/unfinished`;
    this.#kept = new Map(stored(this.#key).map((draft) => [draft.id, draft]));
  }

  get = (id) => this.#kept.get(id);

  has = (id) => this.#kept.has(id);

  // The new one that was begun and not finished, if there is one.
  begun = (store) => [...this.#kept.keys()].find((id) => !store.row("outcome", id));

  keep(draft) {
    this.#kept.set(draft.id, draft);
    this.#store();
  }

  drop(id) {
    this.#kept.delete(id);
    this.#store();
  }

  #store() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify([...this.#kept.values()]));
    } catch {
      // then it holds until the page closes
    }
  }
}

function stored(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}
