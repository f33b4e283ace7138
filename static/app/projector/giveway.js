// What gives way in a box that is too full: first the last items of its largest group, which are counted;
// then long text, which ends in an ellipsis; then more items.
import { say } from "../phrases.js";

const SLACK = 1; // pixels: sizes are rounded
const LEAST_LINES = 2;

export const overflows = (box) =>
  box.scrollHeight > box.clientHeight + SLACK || box.scrollWidth > box.clientWidth + SLACK;

export function restore(area) {
  for (const item of area.querySelectorAll("[data-item][hidden]")) item.hidden = false;
  for (const text of [area, ...area.querySelectorAll("[data-clamp].clamped")]) text.classList.remove("clamped");
  for (const group of area.querySelectorAll("[data-group]")) count(group);
}

export function giveWay(box) {
  dropItems(box, (group) => Number(group.dataset.keep ?? 1));
  for (const text of box.querySelectorAll("[data-clamp]")) if (overflows(box)) clamp(text, box);
  dropItems(box, () => 0);
}

function dropItems(box, keep) {
  const groups = [...box.querySelectorAll("[data-group]")];
  while (overflows(box)) {
    const [largest] = groups
      .filter((group) => visible(group).length > keep(group))
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
  const n = group.querySelectorAll("[data-item][hidden]").length + Number(more.dataset.beyond ?? 0);
  more.hidden = n === 0;
  more.textContent = n ? say(more.dataset.more === "themes" ? "projector.more_themes" : "projector.more", { n }) : "";
}

function clamp(text, box) {
  const line = parseFloat(getComputedStyle(text).lineHeight);
  const over = box.scrollHeight - box.clientHeight;
  const lines = Math.floor((text.getBoundingClientRect().height - over) / line + 0.1);
  text.style.setProperty("--lines", Math.max(LEAST_LINES, lines));
  text.classList.add("clamped");
}
