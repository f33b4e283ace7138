// A file that is ordered from the server, waited for and fetched; a lost connection only makes it later.
import { page } from "../page.js";
import { say } from "../phrases.js";
import { fileName } from "./filename.js";

const ASK_MS = 400;
const AWAY_MS = 2000; // then ask again, for as long as the desk wants the file
const TRIES = 3; // orders that a server may forget, by starting again, before we give up

export class Ordered {
  // `show` hears {state, done, of, step} as it goes on, with `away` while nobody answers.
  // `options`: {parts, template} of the deck.
  constructor(ticket, format, show, options = {}) {
    Object.assign(this, { ticket, format, show, options, id: "", progress: null, cancelled: false });
  }

  // Gives {name, file, notes}; throws an Error that says why there is none.
  async fetched() {
    for (let n = 0; n < TRIES; n++) {
      this.id = (await this.#json(await this.#ask("POST", "", { format: this.format, ...this.options }))).id;
      if (this.cancelled) this.cancel(); // meanwhile
      const answer = await this.#whenDone();
      if (answer) return { ...answer, notes: this.progress.notes };
    }
    throw new Error(say("desk.export.failed"));
  }

  // Not wanted any more: whoever waits is told at once, the server as soon as it can be.
  cancel() {
    this.cancelled = true;
    this.wake?.();
    if (this.id) fetch(this.#address(`/${this.id}`), { method: "DELETE", headers: this.#headers() }).catch(() => {});
  }

  // The file, or undefined where the server has forgotten the order.
  async #whenDone() {
    for (;;) {
      const answer = await this.#ask("GET", `/${this.id}`);
      if (answer.status === 404) return undefined;
      this.progress = await this.#json(answer);
      if (this.progress.state === "failed") throw new Error(say("desk.export.failed"));
      this.show(this.progress);
      if (this.progress.state === "done") return this.#file();
      await this.pause(ASK_MS);
    }
  }

  async #file() {
    const answer = await this.#ask("GET", `/${this.id}/file`);
    if (answer.status === 404) return undefined;
    if (!answer.ok) await this.#json(answer);
    const name = fileName(answer.headers.get("Content-Disposition")) || `${page.code}.${this.format}`;
    return answer.blob().then((file) => ({ name, file }), () => undefined); // cut off: order it again
  }

  // An answer, whatever it is, however long the connection is away.
  async #ask(method, path, body) {
    for (;;) {
      if (this.cancelled) throw new Error(say("desk.export.cancelled"));
      try {
        return await fetch(this.#address(path), { method, headers: this.#headers(), body: body && JSON.stringify(body) });
      } catch {
        this.show({ ...this.progress, away: true });
        await this.pause(AWAY_MS);
      }
    }
  }

  async #json(answer) {
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.message || say("desk.export.failed"));
    return said;
  }

  pause(ms) {
    return new Promise((go) => {
      this.wake = go;
      setTimeout(go, ms);
    });
  }

  #address(path) {
    return `/api/workshops/${page.code}/exports${path}`;
  }

  #headers() {
    return { Authorization: `Bearer ${this.ticket}`, "Content-Type": "application/json" };
  }
}
