// What gives way in a box that is too full, by turns: what its style can do without where it is tight; the last items of
// its largest group, which are counted; long text, which ends in an ellipsis; and in the end what is said beside.
import { say } from "../phrases.js";

const SLACK = 1; // pixels: sizes are rounded
const TIGHT = [1, 2, 3]; // what these leave away, the styles know
const LEAST_LINES = 2;
const MOST_LINES = 25; // no box is higher

export const overflows = (box) => box.scrollHeight > box.clientHeight + SLACK || tooWide(box);

// A long word may stick out of the line that it stands in, and not out of the box.
export const tooWide = (box) => [box, ...box.querySelectorAll("p, span, li")].some(sticksOut);

const sticksOut = ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + SLACK;

export function restore(area) {
  for (const item of area.querySelectorAll("[hidden]:is([data-item], [data-extra], [data-quotes])")) item.hidden = false;
  for (const text of [area, ...area.querySelectorAll("[data-clamp].clamped")]) text.classList.remove("clamped");
  for (const box of [area, ...area.querySelectorAll("[data-tight]")]) delete box.dataset.tight;
  for (const group of area.querySelectorAll("[data-group]")) count(group);
}

// Quotes go before the text gets smaller than usual, the last first.
export function dropQuotes(area, fits) {
  for (const quotes of [...area.querySelectorAll("[data-quotes]")].reverse()) {
    if (fits()) return;
    quotes.hidden = true;
  }
}

export function giveWay(box) {
  for (const level of TIGHT) if (overflows(box)) box.dataset.tight = level;
  dropItems(box, 2);
  shorten(box, 6);
  dropItems(box, 1);
  shorten(box, 4);
  dropItems(box, 0);
  for (const extra of box.querySelectorAll("[data-extra]")) extra.hidden = overflows(box);
  shorten(box, LEAST_LINES);
}

function dropItems(box, keep) {
  const groups = [box, ...box.querySelectorAll("*")].filter((one) => one.matches("[data-group]"));
  while (overflows(box)) {
    const [largest] = groups
      .filter((group) => visible(group).length > keep)
      .sort((a, b) => visible(b).length - visible(a).length);
    if (!largest) return;
    visible(largest).at(-1).hidden = true;
    count(largest);
  }
}

const visible = (group) => [...group.querySelectorAll("[data-item]:not([hidden])")];

// "+ 4": what is not shown is always counted.
function count(group) {
  const more = group.querySelector("[data-more]");
  if (!more) return;
  const hidden = [...group.querySelectorAll("[data-item][hidden]")];
  const n = hidden.reduce((sum, { dataset }) => sum + Number(dataset.notes ?? 1), Number(more.dataset.beyond ?? 0));
  more.hidden = n === 0;
  const what = more.dataset.more;
  more.textContent = n ? say(what ? `projector.more_${what}` : "projector.more", { n }) : "";
}

// Every text gets as many lines as there is room for, but not under `least`.
function shorten(box, least) {
  for (const text of box.querySelectorAll("[data-clamp]:not([data-item] *)")) {
    text.classList.remove("clamped");
    if (overflows(box)) clamp(text, box, least);
  }
}

function clamp(text, box, least) {
  const line = parseFloat(getComputedStyle(text).lineHeight);
  let lines = Math.min(MOST_LINES, Math.ceil(text.offsetHeight / line));
  if (lines <= least) return;
  text.classList.add("clamped");
  do text.style.setProperty("--lines", --lines);
  while (lines > least && overflows(box));
}
