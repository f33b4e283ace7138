// Where the note being written will go, when that is not the hat that is on.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

export function belongs(phone, now) {
  if (!now.strayed) return nothing;
  return html`<div class="belongs"><p>${why(now)}</p>${now.writable ? move(phone, now.writable) : nothing}</div>`;
}

function why({ target, writable }) {
  if (!target) return say("phone.belongs_nowhere");
  const of = say(`hat.${target.hat}.of`);
  return writable ? say("phone.belongs", { of }) : say("phone.belongs_closed", { of });
}

const move = ({ draft, live, draw }, to) => html`
  <button type="button" class="button" @click=${() => (draft.move(to.id, live.store.now()), draw())}>
    ${say("phone.move", { of: say(`hat.${to.hat}.of`) })}
  </button>`;
