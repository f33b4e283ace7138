// What may be wrong, said calmly at the very top.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { icons } from "./icons.js";
import { waitingNotes } from "./notes.js";

export function banners({ live, away }) {
  if (live.refused()) return stale();
  const waiting = waitingNotes(live.outbox);
  const lost = !live.outbox.lasting && waiting > 0;
  return html`${away ? offline(waiting) : nothing} ${lost ? banner(say("phone.not_lasting")) : nothing}`;
}

const offline = (n) => banner(n ? say("phone.offline_waiting", { n }) : say("phone.offline"), icons.offline);

const banner = (text, icon = nothing) => html`<p class="banner">${icon}<span>${text}</span></p>`;

const stale = () => html`
  <p class="banner">
    <span>${say("phone.stale")} <a href="">${say("phone.reload")}</a></span>
  </p>`;
