// Mouse and fingers on the notes, and the focus that stays in hand when a note moves.
import { columns, inOrder } from "./columns.js";
import { dragNotes } from "./drag.js";
import { beginNaming, fileNotes, inHand } from "./filing.js";
import { focusNote } from "./keys.js";
import { lookedAt } from "./state.js";
import { tickRange, toggle } from "./ticks.js";

// One listener of a kind for all notes. Answers {keepFocus}, to be called after each picture.
export function listenToHands(desk, root) {
  const { state } = desk;

  root.addEventListener("pointerdown", () => (state.pointed = true));
  root.addEventListener("click", (event) => {
    const note = event.target.closest("[data-note]");
    if (note) tick(desk, note.dataset.note, event.shiftKey);
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
  const ids = desk.state.ticked.has(id) ? inHand(desk, note.hat) : [id];
  return { ids, text: note.text };
}

function dropped(desk, ids, column) {
  const hat = lookedAt(desk).hat;
  if (column === "+") beginNaming(desk, { hat, notes: ids });
  else fileNotes(desk, ids, column);
}
