// What just happened, with a way back; and what the server said no to.
import { html, nothing } from "../../vendor/lit-html.js";
import { refusal, say } from "../phrases.js";
import { undo } from "./filing.js";

export function noticeView(desk) {
  const { outbox, state, draw } = desk;
  const refused = outbox.refused.at(-1);
  const says = refused ? refusal(refused.answer) : state.says;
  const dismiss = () => {
    for (const entry of refused ? outbox.refused : []) outbox.forget(entry);
    state.says = "";
    draw();
  };
  return html`
    <div class="notice" ?data-refused=${refused} ?data-empty=${!says}>
      <p role="status" aria-live="polite">${says}</p>
      ${says && !refused && state.undoable
        ? html`<button class="button" @click=${() => undo(desk)}>${say("desk.tools.undo")}</button>`
        : nothing}
      ${says
        ? html`<button class="button quiet close" aria-label=${say("desk.dismiss")} @click=${dismiss}>✕</button>`
        : nothing}
    </div>
  `;
}
