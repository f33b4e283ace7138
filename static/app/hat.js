// A hat as a picture. What it means is always said in words beside it.
import { html } from "../vendor/lit-html.js";

export const hat = (colour) =>
  html`<svg class="hat" data-hat=${colour} viewBox="0 0 64 48" aria-hidden="true"><use href=${`#hat-${colour}`}></use></svg>`;
