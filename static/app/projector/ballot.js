// While the room votes: what there is to choose from, all of it alike. No count of anything may lead a hand.
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { notesOf } from "./boards.js";
import { card, wide } from "./cards.js";
import { notesIn, piles } from "./piles.js";
import { ofPresent } from "./stage.js";

const MOST_THEMES = 32; // that the back row can read at a time
const MOST_NOTES = 60;

export const ballot = ({ store }, { hat, voted_on }) =>
  voted_on === "notes" ? notesToChoose(piles(notesOf(store, hat))) : themesToChoose(themesOf(store, hat));

const themesOf = (store, hat) => store.all("theme").filter((theme) => theme.hat === hat);

const themesToChoose = (themes) => html`
  <div class="ballot" data-group data-fit="2.2">
    <ul data-columns=${columnsFor(themes.length)}>
      ${repeat(themes.slice(0, MOST_THEMES), ({ id }) => id, ({ name }) => html`
        <li data-box><span dir="auto" data-clamp>${name}</span></li>`)}
    </ul>
    <p class="more" data-more="themes" data-beyond=${Math.max(0, themes.length - MOST_THEMES)} hidden></p>
  </div>`;

function columnsFor(n) {
  const least = n <= 3 ? 1 : n <= 8 ? 2 : n <= 15 ? 3 : 4;
  return wide() ? least : Math.min(least, 3);
}

const notesToChoose = (cards) => html`
  <div class="ballot of-notes" data-fit="2">
    <div data-box data-group>
      <ul data-columns=${columnsFor(cards.length)}>
        ${repeat(cards.slice(0, MOST_NOTES), ({ id }) => id, (note) => card({ ...note, count: 1 }))}
      </ul>
      <p class="more" data-more="on_phones" data-beyond=${notesIn(cards.slice(MOST_NOTES))} hidden></p>
    </div>
  </div>`;

// "Vote on your phones: 3 votes each".
export const howToVote = ({ budget, several }) =>
  say(several && budget > 1 ? "projector.vote_several" : "projector.vote_each", { n: budget });

export function voters({ voters }, present) {
  return progress(ofPresent(voters, present), say("projector.have_voted"));
}

// How far the room is, calmly.
export const progress = ({ n, of }, what) => html`
  <p class="total"><b>${n}/${of}</b> ${what}</p>
  ${of ? html`<progress class="bar" aria-hidden="true" max=${of} .value=${n}></progress>` : nothing}`;
