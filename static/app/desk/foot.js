// The strip at the bottom: what the projector shows, and the keys nearest at hand.
import { html, live, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { keyName } from "./keylist.js";

const SCENES = ["lobby", "round", "themes", "synthesis", "outcomes"];
const HINTS = [
  ["1–9", "hint_file"],
  ["T", "hint_theme"],
  ["H", "hint_hide"],
  ["ctrl_z", "hint_undo"],
];

export const footView = (desk) => html`
  <footer class="foot">
    <fieldset class="scenes">
      <legend>${say("desk.scene.title")}</legend>
      ${SCENES.map((scene) => sceneChoice(desk, scene))}
    </fieldset>
    <div class="hints">
      ${desk.state.keys ? HINTS.map(hint) : nothing}
      <button class="button quiet" @click=${() => ((desk.state.dialog = "keys"), desk.draw())}>
        <kbd>?</kbd> ${say("desk.keys.hint_all")}
      </button>
    </div>
  </footer>
`;

const hint = ([key, does]) => html`<span><kbd>${keyName(key)}</kbd> ${say(`desk.keys.${does}`)}</span>`;

// What was chosen shows at once; what the projector then truly shows comes with the rows.
const ROWS_MS = 600;

async function show({ act, state, draw }, scene) {
  state.scene = scene;
  draw();
  await act("show", { scene });
  setTimeout(() => {
    if (state.scene === scene) state.scene = "";
    draw();
  }, ROWS_MS);
}

const sceneChoice = (desk, scene) => html`
  <label>
    <input type="radio" name="scene" value=${scene} @change=${() => show(desk, scene)}
      .checked=${live((desk.state.scene || desk.store.workshop.scene) === scene)}>
    <span>${say(`desk.scene.${scene}`)}</span>
  </label>
`;
