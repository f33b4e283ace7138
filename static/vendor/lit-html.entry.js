// What we use of lit-html, as one file: no bare import names reach the browser.
export { html, svg, nothing, render } from "lit-html";
export { guard } from "lit-html/directives/guard.js";
export { keyed } from "lit-html/directives/keyed.js";
export { live } from "lit-html/directives/live.js";
export { repeat } from "lit-html/directives/repeat.js";
