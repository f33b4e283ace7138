// The desk: the facilitator's screen, under the blue hat.
import { render } from "../vendor/lit-html.js";
import { goLive } from "./live.js";
import { drawer, page } from "./page.js";
import { say } from "./phrases.js";
import { myTicket } from "./ticket.js";
import { clockNow } from "./desk/clock.js";
import { keepDialog } from "./desk/dialog.js";
import { Drafts } from "./desk/drafts.js";
import { listenToHands } from "./desk/hands.js";
import { listenToKeys } from "./desk/keys.js";
import { findLinks } from "./desk/links.js";
import { keepGhosts } from "./desk/ghosts.js";
import { keepMenu } from "./desk/menu.js";
import { keepOrder } from "./desk/order.js";
import { follow, lookedAt, newState, tell } from "./desk/state.js";
import { Templates } from "./desk/templates.js";
import { Suggestions } from "./desk/suggestions.js";
import { listenToStars } from "./desk/star.js";
import { Unfinished } from "./desk/unfinished.js";
import { Past } from "./desk/undo.js";
import { view } from "./desk/view.js";

const root = document.getElementById("app");
const { ticket } = await myTicket();

const desk = { state: newState(), past: new Past(), ticket, draw: drawer(picture) };
Object.assign(desk, goLive({ ...page, ticket }, desk.draw));
desk.drafts = new Drafts(desk);
desk.suggestions = new Suggestions(desk);
desk.templates = new Templates(desk);
desk.unfinished = new Unfinished(page.code);

listenToStars(desk, root);
const hands = listenToHands(desk, root);
listenToKeys(desk);
addEventListener("pagehide", () => desk.drafts.leave());
findLinks(desk);
desk.templates.load();

function picture() {
  follow(desk);
  desk.drafts.settle();
  desk.suggestions.follow();
  desk.templates.follow();
  const hat = lookedAt(desk)?.hat;
  keepOrder(desk, hat);
  keepGhosts(desk, hat);
  render(view(desk), root);
  keepMenu(desk);
  keepDialog(desk);
  hands.keepFocus();
  keepInSight();
}

// The round that is on stays in sight when another comes on.
let seen = "";
function keepInSight() {
  if (seen === (seen = desk.state.on ?? "")) return;
  root.querySelector(".round[data-on]")?.scrollIntoView({ block: "nearest" });
}

setInterval(() => {
  watchClock();
  watchConnection();
}, 250);

// The clock asks for a picture only when it reads differently, and is heard once: when time is up.
let reading = "";
function watchClock() {
  if (reading === (reading = clockNow(desk))) return;
  if (reading === "0:00") tell(desk, say("desk.clock.up"));
  desk.draw();
}

const LOST_MS = 2000; // away for less is nobody's concern
let seenAt = Date.now();
function watchConnection() {
  if (desk.online()) seenAt = Date.now();
  const lost = Date.now() - seenAt > LOST_MS;
  if (lost === desk.state.lost) return;
  desk.state.lost = lost;
  tell(desk, say(lost ? "desk.top.offline" : "desk.top.online"));
}

picture();
