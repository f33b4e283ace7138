// A note on the wall.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

export const card = (note) => html`
  <li class="card" data-inside>
    <p dir="auto">${note.marks.includes("crazy") ? html`<span class="crazy">${say("mark.crazy")}</span> ` : nothing}${note.text}</p>
    ${note.author ? html`<p class="author" dir="auto">${note.author}</p>` : nothing}
  </li>`;
