// What comes out otherwise on a template than on our own, in words; the server has it in figures.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

const number = (value) => String(value).replace(".", say("misfit.point"));
const part = (name) => say(`misfit.part.${name}`);

export function misfitsView(misfits) {
  if (!misfits.length) return html`<p>${say("misfit.none")}</p>`;
  return html`
    <p>${say("desk.template.misfits")}</p>
    <ul>${misfits.map((one) => html`<li dir="auto">${told(one)}</li>`)}</ul>
  `;
}

function told({ code, sizes = {}, parts = {}, what = [], ...more }) {
  return say(`misfit.${code}`, {
    ...more,
    sizes: Object.entries(sizes).map(([name, [size, usual]]) =>
      say("misfit.size", { part: part(name), size: number(size), usual: number(usual) })).join(", "),
    parts: Object.entries(parts).map(([name, n]) => say("misfit.count", { part: part(name), n })).join(", "),
    what: what.map((name) => say(`misfit.what.${name}`)).join(", "),
  });
}
