// One hat's synthesis, large: the room is asked whether this is what it means, and then sees what it answered.
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { progress } from "./ballot.js";
import { also, word } from "./boards.js";
import { worn } from "./panel.js";
import { agreementOn, askedAbout, ofPresent, openRemarks, remarksOf } from "./stage.js";

export function check(screen, colour) {
  const { store } = screen;
  const synthesis = store.row("synthesis", colour);
  return html`
    <main class="themes check" data-hat=${colour}>
      <header class="band">
        ${worn(screen, colour)}
        <div class="what">
          <p class="kicker">${kicker(store, synthesis)}</p>
          <h1 data-fit="1" data-box><span data-clamp>${headingOf(synthesis)}</span></h1>
        </div>
        ${answers(synthesis, store.present)}
      </header>
      <div class="meant" data-fit="2.4">
        <div class="meaning" data-box>
          <p dir="auto" data-clamp>${sentences(synthesis).map((text) => html`<span>${text}</span>`)}</p>
        </div>
        ${synthesis.checking ? nothing : missing(remarksOf(store, colour))}
      </div>
    </main>`;
}

function kicker(store, { hat, status }) {
  const others = also(askedAbout(store).filter((one) => one !== hat));
  const parts = [say(`hat.${hat}.name`), word(hat), others, status === "draft" ? draft() : ""];
  return parts.filter(Boolean).map((part, n) => html`${n ? " · " : ""}${part}`);
}

function sentences({ text, statements = [] }) {
  const said = statements.map((one) => one.text).filter(Boolean);
  return said.length ? said : [text];
}

function headingOf(synthesis) {
  if (synthesis.checking) return say("projector.is_this_us");
  return agreementOn(synthesis) ? say("projector.this_is_us", agreementOn(synthesis)) : say("projector.scene.synthesis");
}

function answers(synthesis, present) {
  if (synthesis.checking) return progress(ofPresent(synthesis.answered, present), say("projector.have_answered"));
  const agreement = agreementOn(synthesis);
  if (!agreement) return nothing;
  return html`
    <p class="total">${checked()}</p>
    <progress class="bar" aria-hidden="true" max=${agreement.answered} .value=${agreement.agreeing}></progress>`;
}

// What the room thinks of a text, for its panel among the others.
export function agreement(store, colour) {
  const synthesis = store.row("synthesis", colour);
  if (synthesis.status === "draft") return html`<p class="stands">${draft()}</p>`;
  const agreed = agreementOn(synthesis);
  const open = openRemarks(store, colour);
  if (!agreed && !open && synthesis.status !== "checked") return nothing;
  return html`
    <p class="stands">
      ${agreed ? say("projector.this_is_us", agreed) : synthesis.status === "checked" ? checked() : nothing}
      ${open ? html`<b>${say("projector.open_remarks", { n: open })}</b>` : nothing}
    </p>
    ${agreed ? html`<progress class="bar" aria-hidden="true" max=${agreed.answered} .value=${agreed.agreeing}></progress>` : nothing}`;
}

const draft = () => html`<b class="proposal">${say("projector.draft")}</b>`;

const checked = () => html`<span class="checked"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8.5l4 4 8-9"></path></svg> ${say("projector.checked")}</span>`;

const missing = (remarks) =>
  remarks.length === 0
    ? nothing
    : html`
        <section class="missing" data-box data-group>
          <h2>${say("projector.missing")}</h2>
          <ul>
            ${remarks.map(
              ({ state, remark, author }) => html`
                <li data-item class=${state}>
                  <span dir="auto">${remark}</span>${author ? html` <em dir="auto">${author}</em>` : nothing}
                  ${state === "kept" ? html`<b>${say("projector.kept")}</b>` : nothing}
                </li>`,
            )}
          </ul>
          <p class="more" data-more hidden></p>
        </section>`;
