// Says for screen readers what a glance would tell: another hat, or notes revealed. Never the clock.
import { say } from "../phrases.js";
import { roundOn } from "../store.js";

const region = document.getElementById("news");
let said = "";

export function announce(store) {
  const on = roundOn(store);
  if (!on) return;
  const now = `${on.id} ${on.state}`;
  if (now === said) return;
  said = now;
  region.textContent = `${say(`hat.${on.hat}.name`)}: ${on.prompt}. ${say(`projector.${on.state}`)}`;
}
