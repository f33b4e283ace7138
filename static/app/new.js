// A new workshop: the rounds of the chosen sequence, to be changed before it begins.
import { render } from "../vendor/lit-html.js";
import { drawer, page } from "./page.js";
import { Plan } from "./new/plan.js";
import { rounds } from "./new/rounds.js";

const form = document.getElementById("new");
const root = document.getElementById("rounds");
const chosen = () => form.elements.sequence.value;
const redraw = drawer(draw);

const usual = Object.values(page.sequences).flat();
const plan = new Plan(page.rounds.length ? page.rounds : page.sequences[chosen()], usual);
form.addEventListener("change", ({ target }) => {
  if (target.name === "sequence") plan.begin(page.sequences[chosen()]);
  if (target.name === "language") ask(target.value);
  redraw();
});
draw();

function draw() {
  render(rounds(plan, redraw), root);
}

// Prompts that nobody touched follow the workshop's language.
async function ask(language) {
  const book = await (await fetch(page.books[language])).json();
  const asks = (hat) => book.hat[hat].asks;
  for (const rounds of Object.values(page.sequences)) for (const round of rounds) round.prompt = asks(round.hat);
  plan.ask(asks);
  redraw();
}
