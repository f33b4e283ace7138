// How phones come here: QR code, address and code; and which of this machine's addresses a phone has reached.
import { html, nothing } from "../../vendor/lit-html.js";
import { page } from "../page.js";
import { say } from "../phrases.js";
import { copy } from "../copy.js";
import { dialogHead } from "./dialog.js";
import { spaced } from "./top.js";
import { tell } from "./state.js";

const AGAIN_MS = 2500; // while the dialog is open: has a phone reached us?

export const findLinks = (desk) => ask(desk);

export function openLinks(desk) {
  desk.state.dialog = "qr";
  desk.draw();
  watch(desk);
}

async function watch(desk) {
  while (desk.state.dialog === "qr") {
    await ask(desk);
    await new Promise((again) => setTimeout(again, AGAIN_MS));
  }
}

const choose = (desk, url) => ask(desk, { method: "POST", body: JSON.stringify({ url }) });

async function ask(desk, options = {}) {
  const headers = { Authorization: `Bearer ${desk.ticket}`, "Content-Type": "application/json" };
  try {
    const answer = await fetch(`/api/workshops/${page.code}/links`, { ...options, headers });
    if (!answer.ok) return;
    const links = await answer.json();
    desk.state.links = links.join_url ? links : { ...desk.state.links, ...links };
    desk.draw();
    if (options.body && !links.join_url) await ask(desk);
  } catch {
    // the server is away; the page says so already
  }
}

export function linksView(desk) {
  const { links } = desk.state;
  // The address is in it only so that another choice is drawn anew.
  const drawing = `/j/${desk.store.workshop.token}.svg?${encodeURIComponent(links?.join_url ?? "")}`;
  return html`
    ${dialogHead(say("desk.qr.title"))}
    <div class="qr">
      <img src=${drawing} alt=${say("desk.qr.alt")}>
      <div class="how">
        <p>${say("desk.qr.scan")}</p>
        <p class="address">${links ? bare(links.join_url) : "…"}</p>
        <p>${say("desk.qr.code")}</p>
        <p class="code">${spaced(page.code)}</p>
        ${links?.addresses?.length ? addressesView(desk, links.addresses) : nothing}
      </div>
    </div>
  `;
}

// What a person types: no scheme, and no token where the code does as well.
const bare = (url) => new URL(url).host;

function addressesView(desk, addresses) {
  return html`
    <fieldset class="addresses">
      <legend>${say("desk.qr.addresses")}</legend>
      <p>${say("desk.qr.why")}</p>
      ${addresses.map(({ url, name, chosen, reached }) => html`
        <label ?data-reached=${reached}>
          <input type="radio" name="address" .checked=${chosen} @change=${() => choose(desk, url)}>
          <span><b>${bare(url)}</b> <small>${name}</small></span>
          <em>${reached ? say("desk.qr.reached") : say("desk.qr.not_yet")}</em>
        </label>
      `)}
    </fieldset>
  `;
}

export function copyDeskLink(desk) {
  const url = desk.state.links?.desk_url;
  tell(desk, say(url && copy(url) ? "desk.did.copied" : "desk.did.not_copied"));
}
