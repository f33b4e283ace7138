// All keys at a glance, and the switch that turns the single-letter ones off.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { dialogHead } from "./dialog.js";
import { setKeys } from "./state.js";

const KEYS = [
  ["1–9", "file"],
  ["0", "unfile"],
  ["T", "theme"],
  ["O", "order"],
  ["G", "help"],
  ["1 2 3", "offer"],
  ["A", "accept"],
  ["H", "hide"],
  ["S", "star"],
  ["Y", "link"],
  ["?", "keys"],
];
const ALWAYS = [
  ["← → ↑ ↓", "step"],
  ["space", "tick"],
  ["shift_click", "range"],
  ["ctrl_a", "column"],
  ["shift_arrows", "carry"],
  ["esc", "clear"],
  ["ctrl_z", "undo"],
];

export const keysView = ({ state, draw }) => html`
  ${dialogHead(say("desk.keys.title"))}
  <dl class="keylist" ?data-off=${!state.keys}>${KEYS.map(keyRow)}</dl>
  <label class="check">
    <input type="checkbox" ?checked=${state.keys} @change=${({ target }) => (setKeys(state, target.checked), draw())}>
    ${say("desk.keys.switch")}
  </label>
  <h3>${say("desk.keys.always")}</h3>
  <dl class="keylist">${ALWAYS.map(keyRow)}</dl>
`;

const keyRow = ([key, does]) => html`
  <div><dt><kbd>${keyName(key)}</kbd></dt><dd>${say(`desk.keys.${does}`)}</dd></div>
`;

// Keys with a name are called what the keyboard of that language calls them.
export const keyName = (key) => (/^[a-z_]{3,}$/.test(key) ? say(`desk.key.${key}`) : key);
