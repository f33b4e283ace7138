// What may lie over the scene: the large QR code, nothing at all, or the list of keys.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { address, qr, spaced } from "./join.js";
import { keyList } from "./keylist.js";
import { act } from "./keys.js";

export function over(screen) {
  if (screen.state.over === "qr") return largeQr(screen.store);
  if (screen.state.over === "blank") return html`<div class="over blank"></div>`;
  if (screen.state.over === "keys") return keyList(screen);
  return html`<button class="button help" aria-label=${say("projector.keys")} @click=${() => act(screen, "?")}>?</button>`;
}

const largeQr = (store) => html`
  <section class="over large-qr" aria-label=${say("projector.join")}>
    ${qr(store)}
    <div>
      <p>${say("projector.join")}</p>
      <p class="address">${address()}</p>
      <p class="code">${spaced(store.workshop.id)}</p>
    </div>
  </section>`;
