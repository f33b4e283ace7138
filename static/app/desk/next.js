// The button that always offers the next right thing, and the quieter ways beside it.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { download } from "./downloads.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { lookAt } from "./state.js";
import { before, nextStep } from "./steps.js";

const DOES = {
  close: (desk, { id }) => desk.act("close_round", { id }),
  reveal: (desk, { id }) => desk.act("reveal_round", { id }),
  first: openRound,
  next: openRound,
  synthesis: (desk) => desk.act("show", { scene: "synthesis" }),
  outcomes: conclude,
  export: (desk) => download(desk, "pptx"),
};

export function openRound(desk, { id }) {
  lookAt(desk.state, id);
  desk.act("open_round", { id });
}

function conclude(desk) {
  desk.state.concluding = true;
  desk.act("show", { scene: "outcomes" });
}

// A hat that was revealed is only looked at again; nothing of it is hidden.
export function showAgain(desk, { id }) {
  lookAt(desk.state, id);
  desk.act("show", { scene: "round", round: id });
}

const goBack = (desk, round) => (round.state === "revealed" ? showAgain : openRound)(desk, round);

export function nextButton(desk, on) {
  const { store } = desk;
  const { does, round } = nextStep(store.all("round"), on, store.workshop.scene);
  const hat = does === "first" || does === "next" ? round.hat : nothing;
  // The second click of a double click would already do the step after: what was meant is one.
  const click = ({ detail }) => detail > 1 || DOES[does](desk, round);
  return html`
    <button class="button step" data-hat=${hat} @click=${click}>
      ${hat === nothing ? nothing : hatIcon(hat)}
      <span>${say(`desk.step.${does}`)}${hat === nothing ? nothing : html` <b>${hatWord(hat)}</b>`}</span>
    </button>
  `;
}

export function otherButtons(desk, on) {
  const open = on?.state === "open";
  const back = before(desk.store.all("round"), on);
  return html`
    ${on && !open ? button(on.state === "revealed" ? "reopen_hidden" : "reopen", () => openRound(desk, on), say("desk.rounds.reopen")) : nothing}
    ${open && on.notes && !on.at_once ? button("reveal_now", () => DOES.reveal(desk, on)) : nothing}
    ${open && on.hat === "blue" ? button("close", () => DOES.close(desk, on)) : nothing}
    ${back && !open ? backButton(() => goBack(desk, back), hatWord(back.hat)) : nothing}
  `;
}

const button = (step, does, title = nothing) => html`
  <button class="button" title=${title} @click=${does}>${say(`desk.step.${step}`)}</button>
`;

const backButton = (does, hat) => html`
  <button class="button" @click=${does}>
    <span><span class="sr">${say("desk.step.back")} </span><span aria-hidden="true">← </span>${hat}</span>
  </button>
`;
