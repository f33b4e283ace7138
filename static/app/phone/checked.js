// What the room said of a synthesis, once the asking has ended.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { remarks } from "./answers.js";
import { card } from "./card.js";

// While the room looks at the synthesis, what it said of it comes first.
export function checkedCard({ live: { store } }, { workshop, moment, on, concluded }) {
  const synthesis = store.row("synthesis", on?.hat);
  if (workshop.scene !== "synthesis" || moment === "write" || concluded || !isChecked(synthesis)) return nothing;
  return card("checked", on.hat, say("phone.check_result"), html`
    <p class="quoted text" dir="auto">${synthesis.text}</p>${checked(store, synthesis)}`);
}

const isChecked = ({ text, status, answered, checking } = {}) => Boolean(text && status === "checked" && answered && !checking);

export function checked(store, synthesis) {
  if (!isChecked(synthesis)) return nothing;
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
