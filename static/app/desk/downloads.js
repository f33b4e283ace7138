// The workshop as files: the deck first, the rest in a small menu, and a deck that comes back.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { focusSoon } from "./focus.js";
import { hand } from "./hand.js";
import { openMenu } from "./menu.js";
import { Ordered } from "./ordered.js";
import { optionsOf, partsLine } from "./parts.js";
import { tell } from "./state.js";
import { templateLine } from "./templateview.js";
import { chooseDeck } from "./update.js";

const OTHERS = ["pdf", "zip", "json", "csv", "md"];

export function downloadView(desk) {
  const { busy, failed, mind, progress } = desk.state;
  return html`
    <section class="export" aria-label=${say("desk.export.title")}>
      ${failed ? html`<p class="failed">${failed}</p>` : nothing}
      ${mind ? html`<p class="mind">${mind}</p>` : nothing}
      ${busy ? html`
        <p class="making">
          <span>${said(progress)}</span>
          <button class="button quiet" @click=${() => cancel(desk)}>${say("desk.export.cancel")}</button>
        </p>
        <progress class="bar" aria-hidden="true" max=${progress?.of || nothing} .value=${progress?.done ?? 0}></progress>` : nothing}
      <div class="lines">${templateLine(desk)} ${partsLine(desk)}</div>
      <div class="buttons">
        <button class="button primary" ?disabled=${busy} @click=${() => download(desk, "pptx")}>
          ${say(busy === "pptx" ? "desk.export.making" : "desk.export.pptx")}
        </button>
        <button class="button" aria-haspopup="true" ?disabled=${busy}
          @click=${(event) => openMenu(desk, event, say("desk.export.others"), others(desk))}>
          ${say(busy && busy !== "pptx" ? "desk.export.fetching" : "desk.export.others")}
        </button>
      </div>
    </section>
  `;
}

// PDF only where the server can make it.
function others(desk) {
  const formats = OTHERS.filter((format) => format !== "pdf" || desk.state.links?.pdf);
  return [
    ...formats.map((format) => ({ label: say(`desk.export.${format}`), does: () => download(desk, format) })),
    { label: say("desk.update.choose"), does: () => chooseDeck(desk) },
    { label: say("desk.export.results"), does: () => open(`/results/${page.code}`, "_blank", "noopener") },
  ];
}

function said(progress) {
  const { away, state, step, done, of } = progress ?? {};
  if (away) return say("desk.export.retrying");
  if (state === "waiting") return say("desk.export.waiting");
  if (!step) return say("desk.export.fetching");
  return say("desk.export.progress", { step: say(`desk.export.step.${step}`), done: Math.min(done + 1, of), of });
}

export async function download(desk, format) {
  const { state } = desk;
  if (state.busy) return;
  Object.assign(state, { busy: format, failed: "", mind: "", progress: null });
  tell(desk, say(format === "pptx" ? "desk.export.making" : "desk.export.fetching"));
  if (desk.online()) await desk.drafts.saveAll();
  state.ordered = new Ordered(desk.ticket, format, (progress) => show(desk, progress), optionsOf(desk));
  try {
    Object.assign(state.ordered.options, await desk.templates.wanted(format));
    const { name, file, notes } = await state.ordered.fetched();
    hand(file, name);
    state.mind = notes.map((note) => say(`desk.export.note.${note}`)).join(" ");
    tell(desk, say("desk.export.done", { name }));
  } catch (why) {
    if (!state.ordered.cancelled) state.failed = why.message;
    tell(desk, state.ordered.cancelled ? say("desk.export.cancelled") : why.message);
  }
  Object.assign(state, { busy: "", progress: null });
  desk.draw();
  requestAnimationFrame(refocus);
}

// After the picture: what was pressed, such as to cancel, may be gone from it.
function refocus() {
  if (document.activeElement === document.body) focusSoon(".export .primary:enabled");
}

function show(desk, progress) {
  desk.state.progress = progress;
  desk.draw();
}

const cancel = ({ state }) => state.ordered?.cancel();
