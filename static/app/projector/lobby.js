// Before the first hat: what is asked, how to join, who is here.
import { html } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { usedHats } from "./boards.js";

export const lobby = (store) => html`
  <main class="lobby">
    <div class="welcome" data-fit="0.45">
      <p class="title" dir="auto">${store.workshop.title}</p>
      <h1 dir="auto">${store.workshop.question}</h1>
      <ul class="row">
        ${usedHats(store).map((one) => html`<li>${hat(one)}${say(`hat.${one}.word`)}</li>`)}
      </ul>
    </div>
    <section class="joining">
      ${qr(store)}
      <p class="how">${say("projector.scan")}</p>
      <p class="where">${page.address}</p>
      <p class="code">${spaced(store.workshop.id)}</p>
      <p class="present">${say("projector.present", { n: store.present })}</p>
    </section>
  </main>`;

export const qrOverlay = (store) => html`
  <section class="over qr-over" aria-label=${say("projector.scan")}>
    ${qr(store)}
    <div>
      <p class="how">${say("projector.scan")}</p>
      <p class="where">${page.address}</p>
      <p class="code">${spaced(store.workshop.id)}</p>
    </div>
  </section>`;

export const qr = ({ workshop }) => html`<img class="qr" src=${`/j/${workshop.token}.svg`} alt=${say("projector.qr")}>`;

export const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;
