// Is the synthesis what the room means? Yes, or what is missing.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { hat } from "../hat.js";
import { remembered } from "./remember.js";

const LIMIT = 2000; // characters, as the server counts them
const kept = remembered(`hattupaja/remarks/${page.code}`, {}); // what is being written, by hat
const state = { open: "", seen: new Map() }; // the hat whose field is open; the text that was answered

export const check = (phone) =>
  phone.live.store.all("synthesis").filter(({ checking }) => checking).map((row) => question(phone, row));

function question(phone, { hat: colour, text, answered }) {
  const mine = myWord(phone.live, colour);
  const writing = state.open === colour;
  if (mine) state.seen.set(colour, text);
  const changed = !mine && state.seen.has(colour) && state.seen.get(colour) !== text;
  return html`
    <section class="task" data-hat=${colour} aria-labelledby="check-${colour}">
      ${hat(colour)}
      <h2 id="check-${colour}">${say("phone.check.title")}</h2>
      ${changed ? html`<p class="changed" role="status">${say("phone.check.changed")}</p>` : nothing}
      <p class="text quoted" dir="auto">${text}</p>
      <div class="choices">
        <button type="button" class="choice" aria-pressed=${mine?.agrees ? "true" : "false"} @click=${() => agree(phone, colour)}>
          <span>${say("phone.check.yes")}</span></button>
        <button type="button" class="choice" aria-pressed=${mine && !mine.agrees ? "true" : "false"} aria-expanded=${writing ? "true" : "false"}
          @click=${() => open(phone, writing ? "" : colour)}><span>${say("phone.check.missing")}</span></button>
      </div>
      ${writing ? field(phone, colour) : mine?.remark ? html`<p class="text quoted" dir="auto">${mine.remark}</p>` : nothing}
      <p class="hint">${mine ? say("phone.check.kept") : say("phone.check.why")} ${answered ? say("phone.check.answered", { n: answered }) : nothing}</p>
    </section>`;
}

// My answer as I gave it, also while it is on its way.
function myWord({ store, outbox }, colour) {
  const going = [...outbox.sent(), ...outbox.waiting()].filter(({ action, args }) => action === "agree" && args.hat === colour);
  return going.at(-1)?.args ?? store.all("agreement").find((row) => row.mine && row.hat === colour);
}

const field = (phone, colour) => html`
  <form class="remark" @submit=${(submit) => (submit.preventDefault(), send(phone, colour))}>
    <label class="sr" for="remark">${say("phone.check.missing")}</label>
    <textarea id="remark" rows="3" dir="auto" maxlength=${LIMIT} placeholder=${say("phone.check.placeholder")}
      .defaultValue=${kept.get()[colour] ?? ""} @input=${({ target }) => kept.set({ ...kept.get(), [colour]: target.value })}></textarea>
    <button class="button primary">${say("phone.send")}</button>
  </form>`;

function agree(phone, colour) {
  state.open = "";
  phone.live.act("agree", { hat: colour, agrees: 1 });
  phone.draw();
}

function open(phone, colour) {
  state.open = colour;
  phone.draw(() => document.getElementById("remark")?.focus());
}

function send(phone, colour) {
  const remark = (kept.get()[colour] ?? "").trim();
  if (!remark) return document.getElementById("remark").focus();
  phone.live.act("agree", { hat: colour, agrees: 0, remark });
  kept.set({ ...kept.get(), [colour]: "" });
  return open(phone, "");
}
