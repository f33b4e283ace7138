// Says for screen readers what a glance would tell: another hat, notes revealed. Never the clock.
import { say } from "../phrases.js";
import { roundOn } from "../store.js";
import { howToVote } from "./ballot.js";
import { word } from "./boards.js";
import { askedAbout, votedOn } from "./stage.js";

const region = document.getElementById("news");
let said = "";

export function announce({ store, state }) {
  const now = state.lost ? say("projector.lost") : newsOf(store);
  if (now !== said) region.textContent = said = now;
}

function newsOf(store) {
  const on = roundOn(store);
  if (!on) return "";
  const asked = store.workshop.scene === "synthesis" && askedAbout(store)[0];
  if (asked) return `${word(asked)}. ${say("projector.is_this_us")}`;
  const voted = store.workshop.scene === "themes" && votedOn(store)[0];
  if (voted) return `${word(voted)}. ${howToVote(store.row("board", voted))}`;
  const round = `${say(`hat.${on.hat}.name`)}: ${word(on.hat)}`;
  return store.workshop.scene === "round" ? `${round}. ${say(`projector.state.${on.state}`)}` : say(`projector.scene.${store.workshop.scene}`);
}
