// One small menu for the whole page, in the top layer where no column cuts it off.
import { html, nothing } from "../../vendor/lit-html.js";

const AGAIN_MS = 250; // a click on the opener of an open menu closes it: the menu has just gone by itself

let last = { opener: null, at: 0 };

// `from` is a click, or the opener itself. Items: {label, does(opener), off?, grave?}.
export function openMenu(desk, from, title, items) {
  const opener = from.currentTarget ?? from;
  if (from.currentTarget && opener === last.opener && performance.now() - last.at < AGAIN_MS) return;
  desk.state.menu = { title, items, opener };
  desk.draw();
}

export const menuView = (desk) => html`
  <div id="menu" class="menu" popover role="group" aria-label=${desk.state.menu?.title ?? nothing}
    @toggle=${(event) => event.newState === "closed" && closed(desk)} @keydown=${walk}>
    ${desk.state.menu?.items.map((item) => itemView(desk, item))}
  </div>
`;

const itemView = (desk, { label, does, off, grave }) => html`
  <button dir="auto" ?disabled=${off} ?data-grave=${grave} @click=${() => choose(desk, does)}>${label}</button>
`;

function choose(desk, does) {
  const { opener } = desk.state.menu;
  document.getElementById("menu").hidePopover();
  desk.state.menu = null;
  opener.focus();
  last = { opener: null, at: 0 };
  does(opener);
  desk.draw();
}

function closed(desk) {
  if (!desk.state.menu || document.getElementById("menu").matches(":popover-open")) return;
  last = { opener: desk.state.menu.opener, at: performance.now() };
  desk.state.menu = null;
  desk.draw();
}

// After each picture: show what was asked for, once, beside its opener.
export function keepMenu({ state }) {
  const menu = document.getElementById("menu");
  if (!menu || !state.menu || state.menu.shown) return;
  state.menu.shown = true;
  menu.showPopover();
  place(menu, state.menu.opener.getBoundingClientRect());
  menu.querySelector("button:enabled")?.focus();
}

function place(menu, beside) {
  const left = Math.min(beside.left, innerWidth - menu.offsetWidth - 8);
  const below = beside.bottom + 4;
  const top = below + menu.offsetHeight > innerHeight - 8 ? beside.top - menu.offsetHeight - 4 : below;
  menu.style.setProperty("left", `${Math.max(8, left)}px`);
  menu.style.setProperty("top", `${Math.max(8, top)}px`);
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("button:enabled")];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
