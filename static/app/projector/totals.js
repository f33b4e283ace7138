// How much the room has written under all hats.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

export function totals(store) {
  const notes = store.all("round").reduce((sum, round) => sum + round.notes, 0);
  return html`<b>${notes}</b> ${say("projector.notes", { n: notes })}`;
}
