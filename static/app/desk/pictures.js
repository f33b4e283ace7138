// The slides of a preview: all of them small, or one as large as the dialog allows.
import { html, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { focusSoon } from "./focus.js";

const STEPS = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };

let large = -1; // the slide that is looked at closely; -1 while all are

export const showAll = () => (large = -1);

// `slides`: [{title, address}].
export const picturesView = (desk, slides) => (slides[large] ? largeView(desk, slides) : allView(desk, slides));

const allView = (desk, slides) => html`
  <p>${say("desk.parts.slides", { n: slides.length })}</p>
  <ol>${repeat(slides, ({ address }) => address, ({ title, address }, n) => html`
    <li><button class="picture" aria-label=${say("desk.parts.enlarge", { n: n + 1, title })} @click=${() => look(desk, n)}>
      <img src=${address} alt="" loading="lazy"></button></li>`)}</ol>
`;

function largeView(desk, slides) {
  const { title, address } = slides[large];
  const step = (by) => slides[large + by] && look(desk, large + by);
  const back = () => {
    const from = large;
    look(desk, -1);
    focusSoon(`.slides li:nth-child(${from + 1}) .picture`);
  };
  const press = (event) => {
    if (event.key !== "Escape" && !STEPS[event.key]) return;
    event.preventDefault();
    event.stopPropagation(); // the dialog stays
    if (event.key === "Escape") back();
    else step(STEPS[event.key]);
  };
  return html`
    <div class="large" @keydown=${press}>
      <div class="leafing">
        <button class="button back" @click=${back}>${say("desk.parts.every")}</button>
        <span>${say("desk.parts.place", { n: large + 1, of: slides.length })}</span>
        <button class="button" aria-label=${say("desk.parts.before")} ?disabled=${large === 0} @click=${() => step(-1)}>←</button>
        <button class="button" aria-label=${say("desk.parts.after")} ?disabled=${large === slides.length - 1} @click=${() => step(1)}>→</button>
      </div>
      <img src=${address} alt=${title}>
    </div>
  `;
}

function look(desk, n) {
  const opened = large < 0;
  large = n;
  desk.draw();
  if (opened || document.activeElement?.disabled || document.activeElement === document.body) focusSoon(".large .back");
}
