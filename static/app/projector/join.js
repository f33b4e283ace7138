// How to come along: the QR code, and the address and code that say the same.
import { html } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";

// Black on white with its quiet zone, in the dark as well: cameras want it so.
export const qr = ({ workshop }) => html`<img class="qr" src=${`/j/${workshop.token}.svg`} alt=${say("projector.qr")}>`;

export const address = () => page.address;

// "482 913": easier to carry from a screen to a phone than six digits.
export const spaced = (code) => `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
