// The projector: read-only, and made so that it cannot show a secret; what it may see, the server decides.
import { html, nothing, render } from "../vendor/lit-html.js";
import { goLive } from "./live.js";
import { drawer, page } from "./page.js";
import { say } from "./phrases.js";
import { boardOn } from "./projector/boards.js";
import { fitAll } from "./projector/fit.js";
import { foot } from "./projector/foot.js";
import { help, listenToKeys } from "./projector/keys.js";
import { lobby, qrOverlay } from "./projector/lobby.js";
import { announce } from "./projector/news.js";
import { round } from "./projector/round.js";
import { synthesis } from "./projector/synthesis.js";
import { themes } from "./projector/themes.js";
import { myTicket } from "./ticket.js";

const scenes = { lobby, round, themes, synthesis };
const root = document.getElementById("app");
const redraw = drawer(draw);
const view = { over: "", size: 1, page: 0, of: "" }; // what this screen alone chooses

const { ticket } = await myTicket();
const live = goLive({ ...page, ticket }, redraw);
listenToKeys(view, redraw);
addEventListener("resize", redraw);
document.fonts?.ready.then(redraw);
redraw();

function draw() {
  const { store } = live;
  const { workshop } = store;
  if (!workshop) return render(waiting(), root);
  turnPages(store);
  document.body.dataset.hat = boardOn(store) ?? "blue";
  document.documentElement.style.setProperty("--chosen", view.size);
  render(html`${scenes[workshop.scene](store, view)} ${foot(store, live.online())} ${over(store)}`, root);
  fitAll(root);
  announce(store);
  tickAt(store);
}

const waiting = () => html`<main class="still"><h1>${say(live.refused() ? "projector.bad_ticket" : "projector.connecting")}</h1></main>`;

function over(store) {
  if (view.over === "qr") return qrOverlay(store);
  if (view.over === "blank") return html`<div class="blank"></div>`;
  return view.over === "help" ? help() : nothing;
}

// Another hat or scene begins at its newest notes.
function turnPages({ workshop }) {
  const of = workshop.scene + workshop.round;
  if (view.of !== of) Object.assign(view, { of, page: 0 });
}

// While a clock runs, draw when the second turns.
let tick;
function tickAt(store) {
  clearTimeout(tick);
  const running = store.all("round").find((one) => one.state === "open" && one.ends_at);
  const left = running ? running.ends_at - store.now() : 0;
  if (left > 0) tick = setTimeout(redraw, (left % 1000) + 20);
}
