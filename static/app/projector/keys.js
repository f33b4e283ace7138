// Keys that change this screen alone. A clicker's page keys leaf through older notes.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

const SIZES = { least: 0.7, most: 1.4, step: 0.1 };

const acts = {
  q: (view) => toggle(view, "qr"),
  b: (view) => toggle(view, "blank"),
  "?": (view) => toggle(view, "help"),
  Escape: (view) => (view.over = ""),
  d: () => {
    const root = document.documentElement;
    const dark = root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = dark ? "light" : "dark";
  },
  f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()),
  "+": (view) => (view.size = Math.min(SIZES.most, view.size + SIZES.step)),
  "-": (view) => (view.size = Math.max(SIZES.least, view.size - SIZES.step)),
  PageDown: (view) => leaf(view, 1),
  ArrowRight: (view) => leaf(view, 1),
  PageUp: (view) => leaf(view, -1),
  ArrowLeft: (view) => leaf(view, -1),
};

const toggle = (view, over) => (view.over = view.over === over ? "" : over);

const leaf = (view, by) => (view.page = Math.min(Math.max(0, view.page + by), (view.pages ?? 1) - 1));

export function listenToKeys(view, redraw) {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(view);
    redraw();
  });
}

const LISTED = [["Q", "qr"], ["B", "blank"], ["D", "dark"], ["F", "full"], ["+ −", "size"], ["← →", "leaf"], ["Esc", "back"]];

export const help = () => html`
  <section class="over help" aria-label=${say("projector.keys")}>
    <h2>${say("projector.keys")}</h2>
    <dl>${LISTED.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${say(`projector.key_${what}`)}</dd>`)}</dl>
  </section>`;
