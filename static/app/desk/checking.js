// The room's word on a synthesis: is this what we mean, and what is missing?
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { perform } from "./filing.js";
import { focusSoon } from "./focus.js";
import { remarksOn } from "./remarks.js";
import { tell } from "./state.js";

const WAYS = { answered: "answer", kept: "keep", hidden: "hide" }; // a state → the word that leads there

export function checkView(desk, hat) {
  const row = desk.store.row("synthesis", hat);
  const { open, settled } = remarksOn(desk.store, hat);
  return html`
    <div class="checking" ?data-on=${row?.checking}>
      ${row?.checking ? askingView(desk, row) : restingView(desk, hat, row)}
      ${open.length ? html`
        <h3>${say("desk.check.missing", { n: open.length })}</h3>
        <ul>${repeat(open, ({ id }) => id, (one) => openRemark(desk, one))}</ul>` : nothing}
      ${settled.length ? html`
        <details>
          <summary>${say("desk.check.settled", { n: settled.length })}</summary>
          <ul>${repeat(settled, ({ id }) => id, (one) => settledRemark(desk, one))}</ul>
        </details>` : nothing}
    </div>
  `;
}

function restingView(desk, hat, row) {
  const written = desk.drafts.text(hat).trim();
  return html`
    <div class="asking">
      <p>
        ${row?.text ? html`<b>${say(`desk.check.${row.status}`)}</b>` : nothing}
        <span>${answersOf(row) ?? say("desk.check.why")}</span>
      </p>
      <button id="check-room" class="button" ?disabled=${!written} @click=${() => ask(desk, hat)}>
        ${say(row?.answered ? "desk.check.ask_again" : "desk.check.ask")}
      </button>
    </div>
  `;
}

// Answers are to the text as it was: of another text they say nothing.
const answersOf = (row) =>
  row?.status === "checked" ? say("desk.check.agreed", { n: row.agreeing, all: row.answered }) : undefined;

function askingView(desk, row) {
  const all = Math.max(row.answered, desk.store.present);
  return html`
    <div class="asking">
      <p>
        <b>${say("desk.check.asking")}</b>
        <span>${say("desk.check.answered", { n: row.answered, all })}</span>
        <b>${say("desk.check.agreeing", { n: row.agreeing })}</b>
      </p>
      <button id="check-room" class="button primary" @click=${() => end(desk, row.hat)}>${say("desk.check.end")}</button>
    </div>
  `;
}

// The room is asked about what is on the screen, so that is saved first.
async function ask(desk, hat) {
  await desk.drafts.save(hat);
  const { ok } = await desk.act("check_synthesis", { hat, checking: 1 });
  if (ok) desk.act("show", { scene: "synthesis" });
  focusSoon(".checking[data-on] #check-room");
}

async function end(desk, hat) {
  const { ok } = await desk.act("check_synthesis", { hat, checking: 0 });
  if (ok) tell(desk, say("desk.did.checked"));
  focusSoon(".checking:not([data-on]) #check-room");
}

const openRemark = (desk, one) => html`
  <li>
    <p dir="auto">${one.remark}</p> ${authorOf(one)}
    <div class="ways">
      ${Object.entries(WAYS).map(([state, way]) => html`
        <button class="button" @click=${() => settle(desk, one, state)}>${say(`desk.check.${way}`)}</button>`)}
    </div>
  </li>
`;

const settledRemark = (desk, one) => html`
  <li>
    <p dir="auto">${one.remark}</p> ${authorOf(one)}
    <div class="ways">
      <small>${say(`desk.check.was_${one.state}`)}</small>
      <button class="button quiet" @click=${() => settle(desk, one, "open")}>${say("desk.check.reopen")}</button>
    </div>
  </li>
`;

const authorOf = ({ author }) => (author ? html`<small dir="auto">${author}</small>` : nothing);

const settle = (desk, { id }, state) =>
  perform(desk, say(`desk.did.remark_${state}`), [["settle_remark", { id, state }]]);
