// The participant's page: join, write, see what became of it.
import { html, render } from "../vendor/lit-html.js";
import { goLive } from "./live.js";
import { drawer, page } from "./page.js";
import { refusal } from "./phrases.js";
import { asked } from "./phone/asked.js";
import { asks } from "./phone/asks.js";
import { banners } from "./phone/banners.js";
import { belongs } from "./phone/belongs.js";
import { board } from "./phone/board.js";
import { dress, takeOver } from "./phone/composer.js";
import { Draft } from "./phone/draft.js";
import { head } from "./phone/head.js";
import { holding } from "./phone/holding.js";
import { mine } from "./phone/mine.js";
import { name } from "./phone/name.js";
import { announce } from "./phone/news.js";
import { outcomes } from "./phone/outcomes.js";
import { rail } from "./phone/rail.js";
import { concluding } from "./phone/receipt.js";
import { Remark } from "./phone/remark.js";
import { Returned } from "./phone/returned.js";
import { returns } from "./phone/returns.js";
import { situation } from "./phone/situation.js";
import { Sorting } from "./phone/sorting.js";
import { watch } from "./phone/watch.js";
import { myTicket } from "./ticket.js";

const TAPS = ["set_votes", "file_notes", "agree"];
const AWAY_MS = 2000; // a shorter gap in the connection is nobody's worry

const roots = Object.fromEntries(
  ["banners", "head", "belongs", "below"].map((id) => [id, document.getElementById(id)]),
);
const redraw = drawer(draw);
const afterwards = []; // what to do once the next picture is drawn
const phone = {
  person: "",
  live: null,
  draft: new Draft(page.code),
  returned: new Returned(page.code),
  sorting: new Sorting(page.code),
  remark: new Remark(page.code),
  trouble: "", // why the last tap of a vote, a filing or an answer was refused
  reading: "", // the hat whose board was chosen for reading
  away: false,
  draw(after) {
    if (after) afterwards.push(after);
    redraw();
  },
  calmed() {
    phone.trouble = "";
  },
};

const { ticket, person = "" } = await myTicket();
phone.person = person;
phone.live = holding(goLive({ ...page, ticket, person }, redraw), redraw);
phone.live.outbox.listen(collect);
takeOver(phone);
for (const change of ["online", "offline"]) addEventListener(change, redraw);
redraw();

function draw() {
  noticeAway();
  render(banners(phone), roots.banners);
  if (!phone.live.store.workshop) return; // until the first rows the server's own words stand
  const now = whereWeAre();
  rescueRemarks(now);
  document.getElementById("still")?.remove();
  render(head(phone, now), roots.head);
  render(belongs(phone, now), roots.belongs);
  render(below(now), roots.below);
  dress(phone, now);
  watch(phone, now);
  if (now.left) tickAt(now.left % 1000);
  for (const act of afterwards.splice(0)) act();
}

function whereWeAre() {
  const now = situation(phone.live.store, phone.draft);
  return { ...now, asks: asks(phone, now.on), concluded: concluding(phone.live.store, now) };
}

const below = (now) => html`
  ${asked(phone, now)} ${outcomes(phone, now)}
  ${returns(phone, now)} ${mine(phone, now)} ${board(phone, now)} ${name(phone, now)} ${rail(phone, now)}`;

function rescueRemarks({ asks }) {
  const checking = asks.filter(({ kind }) => kind === "check").map(({ hat }) => hat);
  for (const [hat, text] of phone.remark.overdue(checking)) phone.returned.keep(hat, text);
}

// Draw when the second turns.
let tick;
function tickAt(ms) {
  clearTimeout(tick);
  tick = setTimeout(redraw, ms + 20);
}

let troubleSince = 0;
let lookAgain;
function noticeAway() {
  const fine = phone.live.online() && navigator.onLine !== false && !unanswered();
  troubleSince = fine ? 0 : troubleSince || Date.now();
  phone.away = !fine && Date.now() - troubleSince > AWAY_MS;
  clearTimeout(lookAgain);
  if (!fine && !phone.away) lookAgain = setTimeout(redraw, AWAY_MS + 50);
}

// A connection may look alive long after it died: what waits and waits tells.
const unanswered = () => phone.live.outbox.waiting().length > 0;

function collect() {
  const { outbox, store } = phone.live;
  if (!outbox.refused.length) return;
  const [tap] = outbox.refused.filter(({ action, args }) => TAPS.includes(action) && !args.remark);
  if (tap) announce((phone.trouble = refusal(tap.answer)));
  const news = phone.returned.collect(outbox, (id) => store.row("note", id)?.text ?? "");
  for (const { answer } of news) announce(refusal(answer));
}
