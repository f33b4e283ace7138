// What comes out otherwise on a template than on our own, in words; the server has it in figures.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

const SHOWN = 5; // kinds of slides, the smallest first; as in workshop/deck/misfit.py
const number = (value) => String(value).replace(".", say("misfit.point"));
const part = (name) => say(`misfit.part.${name}`);

export function misfitsView(misfits) {
  if (!misfits.length) return html`<p class="misfits">${say("misfit.none")}</p>`;
  return html`
    <div class="misfits">
      <p>${say("desk.template.misfits")}</p>
      ${listView(misfits)}
    </div>
  `;
}

// The same of this workshop, beside the pictures of its slides.
export function foldedView(misfits) {
  if (!misfits.length) return html`<p class="misfits">${say("misfit.none")}</p>`;
  return html`
    <details class="misfits">
      <summary>${say("desk.parts.misfits", { n: misfits.length })}</summary>
      ${listView(misfits)}
    </details>
  `;
}

const listView = (misfits) => html`<ul>${misfits.map((one) => html`<li dir="auto">${told(one)}</li>`)}</ul>`;

function smallest(sizes) {
  const shown = sizes.slice(0, SHOWN).map(({ part: name, size, usual }) =>
    say("misfit.size", { part: part(name), size: number(size), usual: number(usual) }));
  const more = sizes.length - shown.length;
  return [...shown, ...(more ? [say("misfit.more", { n: more })] : [])].join(", ");
}

function told({ code, sizes = [], parts = [], what = [], ...more }) {
  return say(`misfit.${code}`, {
    ...more,
    sizes: smallest(sizes),
    parts: parts.map(({ part: name, n }) => say("misfit.count", { part: part(name), n })).join(", "),
    what: what.map((name) => say(`misfit.what.${name}`)).join(", "),
  });
}
