// Mouse and fingers on the notes, and the focus that stays in hand when a note moves.
import { columns, inOrder, withStacks } from "./columns.js";
import { dragNotes } from "./drag.js";
import { beginNaming, fileNotes, fileOnward, inHand } from "./filing.js";
import { accept, decline } from "./ghosts.js";
import { focusNote } from "./keys.js";
import { leaveApart, offered, stack, takeApart } from "./stacks.js";
import { lookedAt } from "./state.js";
import { tickRange, toggle } from "./ticks.js";

// One listener of a kind for all notes. Answers {keepFocus}, to be called after each picture.
export function listenToHands(desk, root) {
  const { state } = desk;

  root.addEventListener("pointerdown", () => (state.pointed = true));
  root.addEventListener("click", (event) => {
    const note = event.target.closest("[data-note]");
    const button = event.target.closest("[data-does]");
    if (note && button) DOES[button.dataset.does](desk, lookedAt(desk).hat, note.dataset.note, button.dataset);
    else if (note) tick(desk, note.dataset.note, event.shiftKey);
  });
  root.addEventListener("focusin", ({ target }) => {
    state.held = target.closest("[data-note]")?.dataset.note ?? "";
    desk.draw();
  });
  // A note that loses the focus because it moved is still in hand.
  root.addEventListener("focusout", ({ target }) => {
    setTimeout(() => {
      if (target.isConnected && document.activeElement === document.body) state.held = "";
    });
  });
  dragNotes(root, {
    lift: (id) => lifted(desk, id),
    drop: (ids, column) => dropped(desk, ids, column),
  });

  const focused = new WeakSet(); // fields that were given the focus when they came
  function keepFocus() {
    const field = root.querySelector("[data-focus]");
    if (field && !focused.has(field)) focused.add(field), field.focus(), field.select();
    if (state.held && document.activeElement === document.body) focusNote(state.held);
  }
  return { keepFocus };
}

// The small buttons on a note.
const DOES = {
  file: (desk, hat, id, { theme }) => fileOnward(desk, withStacks(columns(desk.store, hat), [id]), theme),
  accept,
  decline,
  apart: (desk, hat, id) => takeApart(desk, id),
  stack: (desk, hat, id) => stack(desk, offeredWith(desk, hat, id)),
  leave: (desk, hat, id) => leaveApart(desk, offeredWith(desk, hat, id)),
};

const offeredWith = (desk, hat, id) => offered(desk, hat).find((ids) => ids[0] === id) ?? [];

function tick(desk, id, range) {
  const { state, store } = desk;
  if (range && state.anchor) tickRange(state.ticked, inOrder(columns(store, lookedAt(desk).hat)), state.anchor, id);
  else toggle(state.ticked, id);
  state.anchor = id;
  desk.draw();
}

// A ticked note takes the others along.
function lifted(desk, id) {
  const note = desk.store.row("note", id);
  if (!note) return null;
  const board = columns(desk.store, note.hat);
  const ids = desk.state.ticked.has(id) ? inHand(desk, note.hat) : withStacks(board, [id]);
  return { ids, text: note.text };
}

function dropped(desk, ids, column) {
  const hat = lookedAt(desk).hat;
  if (column === "+") beginNaming(desk, { hat, notes: ids });
  else fileNotes(desk, ids, column);
}
