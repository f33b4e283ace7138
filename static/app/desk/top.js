// The top bar: what we think about, who is here, how to join, and the way to the projector.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { openMenu } from "./menu.js";
import { openLinks, copyDeskLink } from "./links.js";

export function topView(desk) {
  const { title, question } = desk.store.workshop;
  return html`
    <header class="top">
      <div class="about">
        ${title && title !== question ? html`<p class="title" dir="auto" title=${title}>${title}</p>` : nothing}
        <h1 dir="auto" title=${question}>${question}</h1>
      </div>
      ${peopleView(desk)} ${connectionView(desk)}
      <div class="join">
        <span class="code"><span class="sr">${say("desk.top.code")} </span>${spaced(page.code)}</span>
        <button class="button" @click=${() => openLinks(desk)}>${say("desk.top.qr")}</button>
      </div>
      <a class="button" target="_blank" rel="noopener" href=${desk.state.links?.projector_url ?? nothing}
        >${say("desk.top.projector")}<span class="sr"> ${say("desk.top.new_window")}</span></a>
      <button class="button quiet more" aria-haspopup="true" aria-label=${say("desk.more.title")}
        @click=${(event) => openMenu(desk, event, say("desk.more.title"), moreItems(desk))}>⋯</button>
    </header>
  `;
}

// "482 913" is read and typed more surely than six digits in a row.
export const spaced = (code) => code.replace(/^(\d{3})(\d{3})$/, "$1\u00a0$2");

function peopleView({ store }) {
  const joined = store.all("participant");
  const names = joined.map(({ name }) => name).filter(Boolean).toSorted((a, b) => a.localeCompare(b));
  const figures = html`
    <b>${say("desk.top.present", { n: store.present })}</b>
    <small>${say("desk.top.joined", { n: joined.length })}</small>`;
  if (!names.length) return html`<div class="people">${figures}</div>`;
  return html`
    <details class="people">
      <summary aria-label=${say("desk.top.names")}>${figures}</summary>
      <ul>${names.map((name) => html`<li dir="auto">${name}</li>`)}</ul>
    </details>
  `;
}

function connectionView({ online, outbox }) {
  const waiting = outbox.waiting().length;
  const words = online() ? say("desk.top.online") : say("desk.top.offline");
  return html`
    <p class="connection" ?data-off=${!online()}>
      <span>${words}</span>
      ${waiting && !online() ? html`<small>${say("desk.top.waiting", { n: waiting })}</small>` : nothing}
    </p>
  `;
}

const ask = (desk, dialog) => () => {
  desk.state.dialog = dialog;
  desk.draw();
};

const moreItems = (desk) => [
  { label: say("desk.more.details"), does: ask(desk, "details") },
  { label: say("desk.more.copy"), does: () => copyDeskLink(desk) },
  { label: say("desk.more.keys"), does: ask(desk, "keys") },
  { label: say("desk.more.forget"), does: ask(desk, "forget"), grave: true },
];
