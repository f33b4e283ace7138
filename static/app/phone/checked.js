// What the room said of a synthesis, once the asking has ended.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { remarks } from "./answers.js";

export function checked(store, synthesis) {
  if (!synthesis || synthesis.checking || !synthesis.answered) return nothing;
  const { agreeing, missing, hat } = synthesis;
  const said = remarks(store, hat);
  return html`
    <div class="checked">
      <p>${say("phone.check_agreeing", { n: agreeing })} ${missing ? say("phone.check_missed", { n: missing }) : nothing}</p>
      ${said.length ? html`<ul class="remarks">${repeat(said, ({ id }) => id, remark)}</ul>` : nothing}
    </div>`;
}

const remark = ({ remark, state, mine, author }) => html`
  <li>
    <p class="text" dir="auto">${remark}</p>
    ${state === "kept" ? html`<p class="hint">${say("phone.remark_kept")}</p>` : nothing}
    ${mine ? html`<p class="hint">${say("phone.own")}</p>` : nothing}
    ${author && !mine ? html`<p class="hint" dir="auto">${author}</p>` : nothing}
  </li>`;
