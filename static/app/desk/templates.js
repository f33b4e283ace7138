// The templates that this server keeps for decks, and the one that this workshop's deck is drawn on.
import { say } from "../phrases.js";
import { tell } from "./state.js";

export const MOST_BYTES = 25 * 1024 * 1024;
const DRAWN = ["pptx", "pdf", "zip"]; // what has a deck in it
const AT = "/api/templates";

export class Templates {
  all = null; // [{id, name, removed, roles, misfits}]; null before they are known
  sending = null; // how much of a file has left: 0 to 1; 1 while the server looks through it
  failed = ""; // why the last one was not taken in, or not removed
  leaving = ""; // the id of the one that is about to be removed
  naming = ""; // the id of the one that is being renamed
  #choice = null; // {id, rev}: just chosen, and from which revision on the rows say so
  #asked = ""; // the choice that the list was last asked anew for

  constructor(desk) {
    this.desk = desk;
  }

  // The id that the deck is drawn on; "" for our own.
  get chosen() {
    const id = this.#choice?.id ?? this.desk.store.workshop?.template ?? "";
    return this.all === null || this.find(id) ? id : "";
  }

  find = (id) => this.all?.find((one) => one.id === id);

  name(id = this.chosen) {
    return id ? (this.find(id)?.name ?? "…") : say("desk.template.own");
  }

  // Before each picture: another desk may have chosen, and brought what it chose.
  follow() {
    const { store } = this.desk;
    if (this.#choice && store.rev >= this.#choice.rev) this.#choice = null;
    const id = store.workshop?.template;
    if (!id || this.#asked === id || this.find(id)) return;
    this.#asked = id;
    this.load();
  }

  async load() {
    try {
      const answer = await this.#ask("GET");
      if (answer.ok) this.all = await answer.json();
    } catch {
      // the server is away; the page says so already
    }
    this.desk.draw();
  }

  async choose(id) {
    this.#choice = { id, rev: Infinity };
    tell(this.desk, say("desk.template.chosen", { name: this.name(id) }));
    const mine = this.#choice;
    const { ok, rev } = await this.desk.act("edit_workshop", { template: id });
    if (this.#choice !== mine) return;
    this.#choice = ok ? { id, rev } : null;
    this.desk.draw();
  }

  // What an order for such a file says besides. Throws an Error where its template is gone.
  async wanted(format) {
    const template = this.chosen;
    if (!template || !DRAWN.includes(format)) return {};
    await this.load();
    if (!this.chosen) throw new Error(say("desk.template.gone"));
    return { template };
  }

  // Whether it was taken in; the deck is then drawn on it.
  async bring(file) {
    Object.assign(this, { sending: 0, failed: "" });
    this.desk.draw();
    try {
      if (file.size > MOST_BYTES) throw new Error(say("refused.template_too_large"));
      const name = file.name.replace(/\.\w+$/, "").trim().slice(0, 80) || file.name;
      const made = await this.send(`${AT}?name=${encodeURIComponent(name)}`, file);
      this.all = [...(this.all ?? []), made];
      this.choose(made.id);
    } catch (why) {
      this.failed = why.message;
    }
    this.sending = null;
    this.desk.draw();
    return !this.failed;
  }

  async remove(id) {
    const name = this.name(id);
    const mine = this.chosen === id;
    Object.assign(this, { leaving: "", failed: "" });
    try {
      const answer = await this.#ask("DELETE", `/${id}`);
      if (!answer.ok && answer.status !== 404) throw new Error((await answer.json()).message);
      if (mine) await this.choose("");
      tell(this.desk, say("desk.template.removed", { name }));
    } catch (why) {
      this.failed = why instanceof TypeError ? say("desk.template.offline") : why.message;
    }
    await this.load();
  }

  // Whether it is called so now.
  async rename(id, name) {
    this.failed = "";
    try {
      const answer = await this.#ask("PATCH", `/${id}`, JSON.stringify({ name }));
      if (!answer.ok) throw new Error((await answer.json()).message);
      this.naming = "";
      tell(this.desk, say("desk.template.renamed", { name: (await answer.json()).name }));
    } catch (why) {
      this.failed = why instanceof TypeError ? say("desk.template.offline") : why.message;
    }
    await this.load();
    return !this.failed;
  }

  // By XMLHttpRequest: fetch does not tell how much of a body has left.
  send(address, file) {
    return new Promise((made, failed) => {
      const request = new XMLHttpRequest();
      request.open("POST", address);
      request.setRequestHeader("Authorization", `Bearer ${this.desk.ticket}`);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => {
        this.sending = loaded / total;
        this.desk.draw();
      };
      request.onload = () => {
        if (request.status === 201) return made(request.response);
        const known = request.response?.message;
        failed(new Error(known ?? say(`refused.template_${request.status === 413 ? "too_large" : "failed"}`)));
      };
      request.onerror = () => failed(new Error(say("desk.template.offline")));
      request.send(file);
    });
  }

  #ask = (method, path = "", body = undefined) =>
    fetch(AT + path, { method, body, headers: { Authorization: `Bearer ${this.desk.ticket}` } });
}
