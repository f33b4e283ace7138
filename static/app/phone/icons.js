// Small signs that stand beside words, never instead of them.
import { html } from "../../vendor/lit-html.js";

const drawn = (path) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path}></path></svg>`;

export const icons = {
  waiting: drawn("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.600V8l2.300 1.600"),
  kept: drawn("M4 7V5a4 4 0 0 1 8 0v2M3 7h10v7H3z"),
  on_board: drawn("M2.500 8.500l3.500 3.500 7.500-8"),
  hidden: drawn("M2 2l12 12M6.500 6.600a2 2 0 0 0 2.900 2.900M4.500 4.600C2.800 5.600 1.700 7.200 1.300 8c1 2 3.300 4.500 6.700 4.500 1.100 0 2.100-.3 3-.7M7 3.600c.3-.1.700-.1 1-.1 3.400 0 5.700 2.500 6.700 4.500-.3.600-.9 1.500-1.700 2.300"),
  edit: drawn("M10.500 2.500l3 3L5.500 13.500l-3.500.5.500-3.500z"),
  crazy: drawn("M8 1.800l1.900 4 4.300.5-3.200 3 .9 4.300L8 11.500l-3.900 2.100.9-4.300-3.200-3 4.300-.5z"),
  offline: drawn("M2 2l12 12M5.500 10.800a3.600 3.600 0 0 1 4.400-.4M3.300 8.300a7 7 0 0 1 3-1.800M12.700 8.300a7 7 0 0 0-1.700-1.200M1.200 5.800a10 10 0 0 1 2.600-1.700M14.800 5.800A10 10 0 0 0 6.800 3M8 13.400h.01"),
};
