// What this screen knows: the rows of the workshop by kind, kept in step with the server.

const KINDS = [
  "workshop", "round", "participant", "board", "theme", "note", "star", "vote", "synthesis", "agreement", "outcome",
];

export class Store {
  epoch = "";
  rev = 0;
  present = 0; // people connected now
  #rows = empty();
  #ahead = []; // how far the server's clock was ahead of ours, by the last messages
  #listeners = [];

  // Take a frame. False when it starts above what we know: ask for what is missing.
  apply({ epoch, since, rev, at, rows }) {
    this.heard(at);
    const same = epoch === this.epoch;
    if (since > (same ? this.rev : 0)) return false;
    if (same && rev < this.rev) return true; // an old one, overtaken
    const known = since === 0 ? empty() : this.#rows; // the old rows stay on screen until this moment
    for (const [kind, id, row] of rows) {
      if (row) known[kind]?.set(id, row);
      else known[kind]?.delete(id);
    }
    Object.assign(this, { epoch, rev });
    this.#rows = known;
    this.#tell();
    return true;
  }

  // Take a tick. False when the server knows more than we do.
  tick({ epoch, rev, at, present }) {
    this.heard(at);
    this.present = present;
    this.#tell();
    return epoch === this.epoch && rev <= this.rev;
  }

  get workshop() {
    return [...this.#rows.workshop.values()][0];
  }

  row = (kind, id) => this.#rows[kind].get(id);

  // All rows of a kind, in order: by position, or number, or as they came.
  all(kind) {
    const rows = [...this.#rows[kind].values()];
    const order = (row) => row.position ?? row.number ?? 0;
    return rows.sort((a, b) => order(a) - order(b));
  }

  // The server's time now. A late message says too little, so the largest of the last ones is nearest.
  now = () => Date.now() + (this.#ahead.length ? Math.max(...this.#ahead) : 0);

  heard(at) {
    this.#ahead = [...this.#ahead.slice(-7), at - Date.now()];
  }

  listen = (listener) => this.#listeners.push(listener);

  #tell = () => this.#listeners.forEach((listener) => listener());
}

const empty = () => Object.fromEntries(KINDS.map((kind) => [kind, new Map()]));

// --- questions that all three screens ask ---------------------------------------------------

// The round that is on, or was last; undefined before the first.
export const roundOn = (store) => store.row("round", store.workshop?.round);

// Milliseconds left of an open round; null when it has no clock.
export function timeLeft(round, now) {
  if (round?.state !== "open") return null;
  if (round.ends_at) return Math.max(0, round.ends_at - now);
  return round.remaining || null;
}

// "3:42" from milliseconds.
export function clockText(left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
