// A draft to begin from: what the themes say in the room's own words, or what a language model makes of it.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { tell } from "./state.js";

export function proposalView(desk, hat) {
  const { state, store, suggestions } = desk;
  if (!store.all("note").some((note) => note.hat === hat)) return nothing;
  const model = suggestions.of(hat)?.drafts;
  return html`
    <div class="proposal">
      <button class="button" ?disabled=${state.proposing} @click=${() => propose(desk, hat, false)}>
        ${say("desk.synthesis.propose")}
      </button>
      ${model
        ? html`<button class="button" ?disabled=${state.proposing} @click=${() => propose(desk, hat, true)}>
            ${say(state.proposing === "model" ? "desk.synthesis.asking" : "desk.synthesis.ask_model")}
          </button>`
        : nothing}
    </div>
  `;
}

// The proposal goes below what the facilitator has written already; nothing of theirs is replaced.
async function propose(desk, hat, model) {
  const { drafts, state, suggestions } = desk;
  state.proposing = model ? "model" : "words";
  desk.draw();
  try {
    const proposed = await suggestions.propose(hat, { model });
    const says = say("desk.did.proposed", { n: proposed.filter(({ text }) => text).length });
    drafts.add(hat, proposed, says);
  } catch (why) {
    tell(desk, why.message);
  }
  state.proposing = "";
  desk.draw();
}
