// Keys and the pointer change this screen alone. The page keys of a clicker do nothing here: the desk leads.
import { keepSize } from "./state.js";

const SIZE = { least: 0.8, most: 1.5, step: 0.1 };
const POINTER_MS = 3000; // the hand is away: so are the pointer and the way to the keys
const CLICKER = ["PageUp", "PageDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "Home", "End"];

// What each key does; the list of keys does the same by pointer.
export const hands = {
  q: ({ state }) => toggle(state, "qr"),
  b: ({ state }) => toggle(state, "blank"),
  h: ({ state }) => (state.aside = !state.aside),
  d: turnDark,
  f: wholeScreen,
  "+": (screen) => resize(screen, SIZE.step),
  "-": (screen) => resize(screen, -SIZE.step),
  "?": ({ state }) => toggle(state, "keys"),
  Escape: ({ state }) => Object.assign(state, { over: "", aside: false, looked: "" }),
};

export function listenToKeys(screen) {
  addEventListener("keydown", (event) => pressed(screen, event));
  addEventListener("pointermove", () => handIsHere());
}

function pressed(screen, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
  if (event.target.closest?.("button") && [" ", "Enter"].includes(event.key)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const known = hands[key] && (!screen.state.keysOff || ["?", "Escape"].includes(key));
  const scrolls = event.target.closest?.(".synthesis"); // in the hand, where it has the focus
  if (known || (CLICKER.includes(key) && !scrolls)) event.preventDefault();
  if (known && !event.repeat) act(screen, key);
}

export function act(screen, key) {
  hands[key](screen);
  screen.draw();
}

const toggle = (state, over) => (state.over = state.over === over ? "" : over);

function turnDark() {
  const { dataset } = document.documentElement;
  const dark = dataset.theme === "dark" || (dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = dark ? "light" : "dark";
}

function wholeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function resize({ state }, by) {
  state.size = Math.round(Math.min(SIZE.most, Math.max(SIZE.least, state.size + by)) * 10) / 10;
  keepSize(state.size);
}

let away;
function handIsHere() {
  document.body.dataset.hand = "here";
  clearTimeout(away);
  away = setTimeout(() => delete document.body.dataset.hand, POINTER_MS);
}
