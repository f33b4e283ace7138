// A card that asks something of this person. It wears its hat, as the composer does.
import { html } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";

export const card = (kind, colour, title, inside) => html`
  <section class="ask" data-ask=${kind} data-hat=${colour} aria-labelledby=${titleId(kind, colour)}>
    ${hat(colour)}
    <h2 id=${titleId(kind, colour)} tabindex="-1">${title}</h2>
    ${inside}
  </section>`;

const titleId = (kind, colour) => `${kind}-${colour}`;

// Where focus goes when what had it is gone.
export const focusTitle = (kind, colour) => document.getElementById(titleId(kind, colour))?.focus();
