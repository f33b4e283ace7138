// The keys of this screen, each also a button: a hand without a keyboard comes along.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { act } from "./keys.js";

const LISTED = [
  ["q", "Q", "qr"],
  ["h", "H", "aside"],
  ["b", "B", "blank"],
  ["d", "D", "dark"],
  ["f", "F", "full"],
  ["+", "+", "larger"],
  ["-", "−", "smaller"],
  ["Escape", "Esc", "back"],
];

export const keyList = (screen) => html`
  <section class="over keys" role="dialog" tabindex="-1" aria-labelledby="keys" data-hat="blue">
    <h2 id="keys">${say("projector.keys")}</h2>
    <ul>
      ${LISTED.map(
        ([key, shown, what]) => html`
          <li><button class="button" @click=${() => act(screen, key)}><kbd>${shown}</kbd> ${say(`projector.key.${what}`)}</button></li>
        `,
      )}
    </ul>
    <label>
      <input type="checkbox" .checked=${!screen.state.keysOff} @change=${(event) => (screen.state.keysOff = !event.target.checked)} />
      ${say("projector.keys_on")}
    </label>
  </section>`;
