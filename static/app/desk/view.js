// The whole desk: top bar, the round that is on, its board, its synthesis, and the projector's strip.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { boardView } from "./board.js";
import { dialogView } from "./dialog.js";
import { footView } from "./foot.js";
import { hat as hatIcon } from "../hat.js";
import { menuView } from "./menu.js";
import { noticeView } from "./notice.js";
import { overview } from "./overview.js";
import { rightView } from "./right.js";
import { panelView } from "./panel.js";
import { roundsView } from "./rounds.js";
import { lookedAt } from "./state.js";
import { topView } from "./top.js";

export function view(desk) {
  if (desk.refused()) return unknownView();
  if (!desk.store.workshop) return waitingView();
  const round = lookedAt(desk);
  const blue = !round || round.hat === "blue";
  return html`
    ${topView(desk)} ${desk.state.lost ? html`<p class="banner">${say("desk.top.banner")}</p>` : nothing}
    <div class="desk">
      <div class="left">${panelView(desk)} ${roundsView(desk, round)}</div>
      <main class="middle" data-hat=${round?.hat ?? "blue"}>
        ${blue ? overview(desk, round) : boardView(desk, round)} ${menuView(desk)}
      </main>
      <aside class="right" aria-label=${say("desk.synthesis.title")}>
        ${rightView(desk, blue, round?.hat)}
      </aside>
    </div>
    ${footView(desk)} ${noticeView(desk)} ${dialogView(desk)}
  `;
}

const waitingView = () => html`
  <main class="alone" data-hat="blue">${hatIcon("blue")}<p role="status">${say("desk.loading")}</p></main>
`;

const unknownView = () => html`
  <main class="alone" data-hat="blue">
    ${hatIcon("blue")}
    <h1>${say("desk.unknown.title")}</h1>
    <p>${say("desk.unknown.text")}</p>
  </main>
`;
