// Which parts the deck has, with a picture of every slide that comes of it.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { closeDialog, dialogHead } from "./dialog.js";
import { download } from "./downloads.js";
import { foldedView } from "./misfits.js";
import { Ordered } from "./ordered.js";
import { picturesView, showAll } from "./pictures.js";

const PARTS = [
  "cover", "answer", "synthesis", "outcomes", "participation", "votes", "map", "themes", "notes", "room", "appendix", "method",
];
const PAUSE_MS = 400; // several boxes ticked in a row are one preview
const KEPT = `hattupaja/desk/parts/${page.code}`;

let left = new Set(read()); // parts that were left out
let slides = null; // [{title, address}]; null while they are being made
let misfits = null; // what did not fit on the template; null on our own
let failed = "";
let away = false; // nobody answers; we go on asking
let timer = 0;
let made = null; // the preview that is being made

// What an export of this desk is asked for.
export const optionsOf = () => (left.size ? { parts: PARTS.filter((part) => !left.has(part)) } : {});

// Beside the template: a deck without some of its parts is never made unnoticed.
export const partsLine = (desk) => html`
  <button class="template-line parts-line" aria-haspopup="dialog" @click=${() => openParts(desk)}>
    <span>${left.size ? say("desk.parts.some", { n: PARTS.length - left.size, of: PARTS.length }) : say("desk.parts.all")}</span>
  </button>
`;

export function openParts(desk) {
  desk.state.dialog = "parts";
  desk.draw();
  draw(desk);
}

export const partsView = (desk) => html`
  ${dialogHead(say("desk.parts.title"))}
  <div class="choosing">
    <fieldset>
      <legend class="sr">${say("desk.parts.title")}</legend>
      ${PARTS.map((part) => html`
        <label class="check"><input type="checkbox" .checked=${!left.has(part)} @change=${() => turn(desk, part)}>
          ${say(`desk.parts.part.${part}`)}</label>`)}
      <p class="hint">${say("desk.parts.hint")}</p>
    </fieldset>
    <div class="slides" aria-live="polite" aria-busy=${slides ? "false" : "true"}>
      ${failed ? html`<p class="failed">${failed}</p>` : nothing}
      ${slides && misfits ? foldedView(misfits) : nothing}
      ${slides ? picturesView(desk, slides) : failed ? nothing : html`<p>${say(away ? "desk.export.retrying" : "desk.parts.making")}</p>`}
    </div>
  </div>
  <div class="buttons">
    <button class="button" @click=${closeDialog}>${say("desk.close")}</button>
    <button class="button primary" ?disabled=${left.size === PARTS.length} @click=${() => (closeDialog(), download(desk, "pptx"))}>
      ${say("desk.export.pptx")}
    </button>
  </div>
`;

function turn(desk, part) {
  if (!left.delete(part)) left.add(part);
  write([...left]);
  clearTimeout(timer);
  timer = setTimeout(() => draw(desk), PAUSE_MS);
  desk.draw();
}

// One preview at a time: a newer wish takes the place of the one before.
async function draw(desk) {
  made?.cancel();
  for (const { address } of slides ?? []) URL.revokeObjectURL(address);
  [slides, failed, away] = [null, "", false];
  showAll();
  desk.draw();
  if (left.size === PARTS.length) return;
  const mine = (made = new Ordered(desk.ticket, "preview", (progress) => wait(desk, mine, progress), optionsOf()));
  try {
    Object.assign(mine.options, await desk.templates.wanted("pptx"));
    const { file } = await mine.fetched();
    const found = JSON.parse(await file.text());
    if (mine !== made) return;
    slides = found.slides.map(({ title, svg }) => ({ title, address: pictured(svg) }));
    misfits = found.misfits;
  } catch (why) {
    if (mine === made) failed = why.message;
  }
  desk.draw();
}

function wait(desk, order, progress) {
  if (order !== made || away === Boolean(progress.away)) return;
  away = Boolean(progress.away);
  desk.draw();
}

const pictured = (svg) => URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

function write(parts) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(parts));
  } catch {
    // then it holds until the page closes
  }
}
