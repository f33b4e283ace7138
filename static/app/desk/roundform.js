// A round in the making: hat, question, minutes. In place, where the round stands in the list.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { hat as hatIcon } from "../hat.js";
import { hatWord } from "./hat.js";
import { put } from "./rounds.js";

const HATS = ["white", "red", "black", "yellow", "green", "blue"];

export const roundForm = (desk, round) => html`
  <form class="form" @submit=${(event) => save(desk, event, round)}
    @keydown=${({ key }) => key === "Escape" && close(desk)}>
    <fieldset class="hats">
      <legend>${say("desk.round.hat")}</legend>
      ${HATS.map((hat) => hatChoice(round, hat))}
    </fieldset>
    <label>${say("desk.round.prompt")}
      <textarea name="prompt" rows="3" data-focus maxlength="500" dir="auto" placeholder=${say(`hat.${round.hat}.asks`)}
        .defaultValue=${round.prompt}></textarea></label>
    <label class="minutes">${say("desk.round.minutes")}
      <input name="minutes" type="number" inputmode="numeric" min="0" max="240" required value=${round.minutes}></label>
    <label class="check">
      <input type="checkbox" name="at_once" ?checked=${round.at_once}> ${say("desk.round.at_once")}
    </label>
    <div class="buttons">
      <button class="button primary">${say("desk.save")}</button>
      <button class="button quiet" type="button" @click=${() => close(desk)}>${say("desk.cancel")}</button>
    </div>
  </form>
`;

const hatChoice = (round, hat) => html`
  <label data-hat=${hat} title=${hatWord(hat)}>
    <input type="radio" name="hat" value=${hat} ?checked=${hat === round.hat}
      ?disabled=${round.notes > 0 && hat !== round.hat}>
    ${hatIcon(hat)}<span class="sr">${hatWord(hat)}</span>
  </label>
`;

function save(desk, event, round) {
  event.preventDefault();
  const given = new FormData(event.target);
  put(desk, {
    ...round,
    hat: given.get("hat"),
    prompt: given.get("prompt").trim(),
    minutes: Number(given.get("minutes")),
    at_once: given.has("at_once") ? 1 : 0,
  });
  close(desk);
}

function close(desk) {
  desk.state.form = null;
  desk.draw();
}
