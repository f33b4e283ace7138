// Notes that leave the laptop: said where people decide to write.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";

export const outside = () =>
  page.outside ? html`<p class="outside">${say("phone.outside", { host: page.outside })}</p>` : nothing;
