// The whole screen: the scene that the desk chose, the foot, and what lies over both.
import { html } from "../../vendor/lit-html.js";
import { hat } from "../hat.js";
import { say } from "../phrases.js";
import { decided } from "./decided.js";
import { foot } from "./foot.js";
import { lobby } from "./lobby.js";
import { over } from "./over.js";
import { round } from "./round.js";
import { synthesis } from "./synthesis.js";
import { themes } from "./themes.js";

const scenes = { lobby, round, themes, synthesis, outcomes: decided };

export function view(screen) {
  if (screen.refused()) return alone(say("projector.unknown"), say("projector.unknown_how"));
  const { workshop } = screen.store;
  if (!workshop) return alone(say("projector.loading"));
  return html`${(scenes[workshop.scene] ?? lobby)(screen)} ${foot(screen)} ${over(screen)}`;
}

const alone = (heading, text = "") => html`
  <main class="alone" data-hat="blue">
    ${hat("blue")}
    <h1>${heading}</h1>
    <p>${text}</p>
  </main>`;
