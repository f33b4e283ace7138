// The right column: a board's synthesis, or what the room concluded; and the files.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { downloadView } from "./downloads.js";
import { outcomesView } from "./outcomes.js";
import { writtenView } from "./overview.js";
import { synthesisView } from "./synthesis.js";

export function rightView(desk, blue, hat) {
  const { state } = desk;
  const concluding = state.concluding || state.outcome;
  return html`
    ${blue ? html`${writtenView(desk)} ${outcomesView(desk)}` : concluding ? outcomesView(desk) : synthesisView(desk, hat)}
    ${blue ? nothing : switchView(desk, concluding)}
    ${downloadView(desk)}
  `;
}

// From a board's synthesis to the decisions, and back.
function switchView({ state, store, draw }, concluding) {
  const turn = () => {
    Object.assign(state, { concluding: !concluding, outcome: "" });
    draw();
  };
  return html`
    <button class="button turn" @click=${turn}>
      ${concluding ? say("desk.outcome.to_synthesis") : say("desk.outcome.to_outcomes", { n: store.all("outcome").length })}
    </button>
  `;
}
