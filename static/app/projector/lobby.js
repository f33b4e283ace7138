// Before the first hat: what is asked, how to come along, who is here.
import { html, nothing } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { address, qr, spaced } from "./join.js";

export const lobby = ({ store }) => html`
  <main class="lobby">
    <section class="asked">
      ${titleOf(store.workshop)}
      <h1 dir="auto" data-fit="1.2" data-box><span data-clamp>${store.workshop.question}</span></h1>
      <div class="come">
        <p>${say("projector.join")}</p>
        <p class="address">${address()}</p>
        <p class="code">${spaced(store.workshop.id)}</p>
      </div>
    </section>
    <div class="scan" data-hat="blue">${hat("blue")} ${qr(store)}</div>
  </main>`;

const titleOf = ({ title, question }) =>
  title && title !== question ? html`<p class="title" dir="auto"><span>${title}</span></p>` : nothing;
