// The workshop as files: the deck first, the rest in a small menu, and a deck that comes back.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { fileName } from "./filename.js";
import { hand } from "./hand.js";
import { openMenu } from "./menu.js";
import { tell } from "./state.js";
import { chooseDeck } from "./update.js";

const OTHERS = ["json", "csv", "md"];

export function downloadView(desk) {
  const { busy, failed } = desk.state;
  const others = OTHERS.map((format) => ({ label: say(`desk.export.${format}`), does: () => download(desk, format) }));
  others.push({ label: say("desk.update.choose"), does: () => chooseDeck(desk) });
  return html`
    <section class="export" aria-label=${say("desk.export.title")}>
      ${failed ? html`<p class="failed">${failed}</p>` : nothing}
      <div class="buttons">
        <button class="button primary" ?disabled=${busy} @click=${() => download(desk, "pptx")}>
          ${say(busy === "pptx" ? "desk.export.making" : "desk.export.pptx")}
        </button>
        <button class="button" aria-haspopup="true" ?disabled=${busy}
          @click=${(event) => openMenu(desk, event, say("desk.export.others"), others)}>
          ${say(busy && busy !== "pptx" ? "desk.export.fetching" : "desk.export.others")}
        </button>
      </div>
    </section>
  `;
}

export async function download(desk, format) {
  const { state } = desk;
  if (state.busy) return;
  Object.assign(state, { busy: format, failed: "" });
  tell(desk, say("desk.export.making"));
  if (desk.online()) await desk.drafts.saveAll();
  try {
    const { name, file } = await fetched(desk, format);
    hand(file, name);
    tell(desk, say("desk.export.done", { name }));
  } catch (why) {
    state.failed = why.message;
    tell(desk, why.message);
  }
  state.busy = "";
  desk.draw();
}

async function fetched({ ticket }, format) {
  const headers = { Authorization: `Bearer ${ticket}` };
  const answer = await fetch(`/api/workshops/${page.code}/export.${format}`, { headers }).catch(() => {
    throw new Error(say("desk.export.no_answer"));
  });
  if (!answer.ok) {
    const { message } = await answer.json().catch(() => ({}));
    throw new Error(message || say("desk.export.failed"));
  }
  const name = fileName(answer.headers.get("Content-Disposition")) || `${page.code}.${format}`;
  return { name, file: await answer.blob() };
}
