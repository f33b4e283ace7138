// The projector: read-only, and made so that it cannot show a secret; what it may see, the server decides.
import { render } from "../vendor/lit-html.js";
import { goLive } from "./live.js";
import { drawer, page } from "./page.js";
import { myTicket } from "./ticket.js";
import { clockNow } from "./projector/clock.js";
import { fitAll } from "./projector/fit.js";
import { follow } from "./projector/follow.js";
import { listenToKeys } from "./projector/keys.js";
import { announce } from "./projector/news.js";
import { newState } from "./projector/state.js";
import { view } from "./projector/view.js";

const root = document.getElementById("app");
const { ticket } = await myTicket();

const screen = { state: newState(), draw: drawer(picture) };
Object.assign(screen, goLive({ ...page, ticket }, screen.draw));
listenToKeys(screen);

let fitted = "";
let over = ""; // what lay over the scene at the last picture
function picture() {
  follow(screen);
  document.documentElement.style.setProperty("--size", screen.state.size);
  render(view(screen), root);
  if (over !== (over = screen.state.over)) root.querySelector(".over.keys")?.focus();
  if (fitted !== (fitted = whatFits())) fitAll(root, screen.state.size);
  announce(screen);
}

// All that decides what fits where. The clock is not among it: a second that passes moves nothing.
function whatFits() {
  const { store, state } = screen;
  const clock = clockNow(screen).replace(/\d/g, "0");
  return [store.epoch, store.rev, state.over, state.looked, state.size, state.aside, state.lost, innerWidth, innerHeight, clock].join(" ");
}

function fitAgain() {
  fitted = "";
  screen.draw();
}
addEventListener("resize", fitAgain);
document.fonts?.addEventListener("loadingdone", fitAgain); // letters have other widths now

let reading = "";
function watchClock() {
  if (reading !== (reading = clockNow(screen))) screen.draw();
}

const LOST_MS = 2000; // away for less is nobody's concern
let seenAt = Date.now();
function watchConnection() {
  if (screen.online()) seenAt = Date.now();
  const lost = Date.now() - seenAt > LOST_MS;
  if (lost === screen.state.lost) return;
  screen.state.lost = lost;
  screen.draw();
}

setInterval(() => {
  watchClock();
  watchConnection();
}, 250);

screen.draw();
