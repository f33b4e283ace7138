// The hats of this workshop at the foot of the page. Those on the board can be read.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { canRead, hatsOf } from "./situation.js";

export const rail = (phone, { on }) => html`
  <nav class="rail" aria-label=${say("phone.hats")}>
    <ol>${hatsOf(phone.live.store).map((colour) => stop(phone, colour, on?.hat === colour))}</ol>
  </nav>`;

const stop = (phone, colour, current) => html`
  <li data-hat=${colour} aria-current=${current ? "step" : "false"}>
    ${canRead(phone.live.store, colour) ? readable(phone, colour) : html`<span>${face(colour)}</span>`}
  </li>`;

const readable = (phone, colour) => html`
  <button type="button" aria-label=${say("phone.read", { name: say(`hat.${colour}.word`) })} @click=${() => read(phone, colour)}>${face(colour)}</button>`;

const face = (colour) => html`${hat(colour)}<span>${say(`hat.${colour}.word`)}</span>`;

function read(phone, colour) {
  phone.reading = colour;
  phone.draw(() => document.getElementById("board")?.focus());
}
