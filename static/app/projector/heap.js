// While notes are hidden each is a blank card on a heap: the room sees that it works, and nobody is led.
import { html, repeat, svg } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { CARD, ROOM, scatter } from "./scatter.js";
import { heapAtFirst } from "./state.js";

const MOST = 150; // a higher heap looks no higher

export function heap({ state }, round) {
  const first = heapAtFirst(state, round);
  const cards = Array.from({ length: Math.min(round.notes, MOST) }, (_, n) => n);
  return html`
    <section class="board heaping" data-state=${round.state} data-empty=${round.notes === 0}>
      <svg class="heap" viewBox=${`0 0 ${ROOM.width} ${ROOM.height}`} aria-hidden="true">
        ${repeat(cards, (n) => n, (n) => blank(n, n >= first))}
      </svg>
      <p class="calm">${say(`projector.hidden.${round.state}`)}</p>
    </section>`;
}

function blank(n, drops) {
  const { x, y, turn } = scatter(n);
  return svg`
    <g transform=${`translate(${x} ${y}) rotate(${turn})`}>
      <g class=${drops ? "drops" : ""}>
        <rect class="blank-card" x=${-CARD.width / 2} y=${-CARD.height / 2} width=${CARD.width} height=${CARD.height} rx="12"></rect>
      </g>
    </g>`;
}
