// The statements as lines to write on. Enter begins another, Backspace in an empty one takes it away.
import { html, live, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { current, linked } from "./drafts.js";
import { hatWord } from "./hat.js";

export function statementsView(desk, hat) {
  const statements = desk.drafts.statements(hat);
  const now = current(desk, hat);
  return html`
    <ol class="statements" ?data-several=${statements.length > 1}>
      ${statements.map(({ text }, at) => statementView(desk, hat, text, at, at === now, statements.length))}
    </ol>
  `;
}

const statementView = (desk, hat, text, at, now, all) => html`
  <li ?data-now=${now && all > 1}>
    <textarea dir="auto" maxlength="4000" rows=${Math.max(all > 1 ? 1 : 3, Math.ceil(text.length / 36))}
      aria-label=${say("desk.synthesis.label", { hat: hatWord(hat), n: at + 1 })} aria-describedby="synthesis-words"
      placeholder=${say(at ? "desk.synthesis.own" : "desk.synthesis.placeholder")} .value=${live(text)}
      @input=${({ target }) => desk.drafts.write(hat, at, target.value)}
      @keydown=${(event) => onKey(desk, hat, at, event)}
      @focus=${() => take(desk, hat, at)} @blur=${() => desk.drafts.blur(hat)}></textarea>
    ${all > 1 ? sideView(desk, hat, at) : nothing}
  </li>
`;

// How many notes it rests on, which a click shows on the board; none: it is the facilitator's alone.
function sideView(desk, hat, at) {
  const n = linked(desk, hat, at).length;
  const light = () => {
    Object.assign(desk.state, { statement: at, lit: desk.state.lit === at ? false : at });
    desk.draw();
  };
  return html`
    <p class="side">
      <button class="lit" aria-pressed=${desk.state.lit === at ? "true" : "false"} @click=${light}
        title=${say("desk.synthesis.rests", { n })}>${n || say("desk.synthesis.yours")}</button>
      <button class="menu-button" aria-label=${say("desk.synthesis.remove", { n: at + 1 })}
        @click=${() => desk.drafts.remove(hat, at)}>✕</button>
    </p>
  `;
}

function take(desk, hat, at) {
  desk.drafts.focus(hat);
  if (desk.state.statement === at) return;
  desk.state.statement = at;
  desk.draw();
}

function onKey({ drafts, state }, hat, at, event) {
  const { key, shiftKey, isComposing, target } = event;
  const empty = key === "Backspace" && !target.value && drafts.statements(hat).length > 1;
  if ((key !== "Enter" || shiftKey || isComposing) && !empty) return;
  event.preventDefault();
  if (empty) drafts.remove(hat, at);
  else drafts.split(hat, at, target.value.slice(0, target.selectionStart), target.value.slice(target.selectionEnd).trimStart());
  state.statement = empty ? Math.max(0, at - 1) : at + 1;
  requestAnimationFrame(() => requestAnimationFrame(() => focusLine(state.statement, empty)));
}

function focusLine(at, atEnd) {
  const line = document.querySelectorAll(".statements textarea")[at];
  line?.focus();
  const place = atEnd ? line?.value.length : 0;
  line?.setSelectionRange(place, place);
}
