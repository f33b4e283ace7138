// Dragging notes onto columns: with a mouse at once, with a finger after a long press. A swipe scrolls.

const FAR_PX = 6; // the mouse moved: a drag, no click
const LONG_MS = 280; // a finger stood still: a drag, no scroll
const STILL_PX = 10; // how still a finger stands
const EDGE_PX = 60; // this near the edge the board scrolls along
const STEP_PX = 12; // and so far at a time

// `lift(id)` answers {ids, text} or nothing; `drop(ids, column)` is told where, "+" for a new theme.
export function dragNotes(root, hands) {
  const drag = new Drag(hands);
  root.addEventListener("pointerdown", (event) => drag.press(event));
  addEventListener("pointermove", (event) => drag.move(event));
  addEventListener("pointerup", (event) => drag.release(event));
  addEventListener("pointercancel", (event) => drag.isMine(event) && drag.end());
  addEventListener("keydown", (event) => drag.escape(event), true);
  // A click that ends a drag ticks nothing; a finger that carries does not scroll, nor call a menu.
  root.addEventListener("click", (event) => drag.swallow(event), true);
  root.addEventListener("touchmove", (event) => drag.carried && event.preventDefault(), { passive: false });
  root.addEventListener("contextmenu", (event) => drag.pressed?.timer && event.preventDefault());
}

class Drag {
  pressed = null; // {id, x, y, pointer, timer}: a finger or button is down on a note
  carried = null; // {ids, ghost, over}: notes are in the air
  #dragged = false;

  constructor({ lift, drop }) {
    Object.assign(this, { lift, drop });
  }

  isMine = ({ pointerId }) => pointerId === this.pressed?.pointer;

  press({ target, button, shiftKey, clientX, clientY, pointerId, pointerType }) {
    this.#dragged = false;
    const note = target.closest("[data-note]");
    if (!note || button || shiftKey || this.pressed) return;
    this.pressed = { id: note.dataset.note, x: clientX, y: clientY, pointer: pointerId };
    if (pointerType !== "mouse") this.pressed.timer = setTimeout(() => this.start(), LONG_MS);
  }

  move(event) {
    if (!this.isMine(event)) return;
    const { x, y, timer } = this.pressed;
    const far = Math.hypot(event.clientX - x, event.clientY - y);
    if (!this.carried && timer && far > STILL_PX) this.end();
    else if (!this.carried && !timer && far > FAR_PX) this.start();
    if (this.carried) this.follow(event.clientX, event.clientY);
  }

  release(event) {
    if (!this.isMine(event)) return;
    const { ids, over } = this.carried ?? {};
    this.end();
    if (over) this.drop(ids, over.dataset.column);
  }

  escape(event) {
    if (!this.carried || event.key !== "Escape") return;
    event.preventDefault();
    this.end();
  }

  swallow(event) {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.stopPropagation();
    event.preventDefault();
  }

  start() {
    const what = this.lift(this.pressed.id);
    if (!what) return this.end();
    this.#dragged = true;
    this.carried = { ids: what.ids, ghost: ghostOf(what), over: null };
    document.body.append(this.carried.ghost);
    document.documentElement.dataset.dragging = "";
    navigator.vibrate?.(12);
    this.follow(this.pressed.x, this.pressed.y);
  }

  follow(x, y) {
    const { carried } = this;
    carried.ghost.style.setProperty("--x", `${x}px`);
    carried.ghost.style.setProperty("--y", `${y}px`);
    const over = document.elementFromPoint(x, y)?.closest("[data-column]") ?? null;
    if (over !== carried.over) {
      mark(carried.over, false);
      mark(over, true);
      carried.over = over;
    }
    scrollAlong(over, x, y);
  }

  end() {
    clearTimeout(this.pressed?.timer);
    mark(this.carried?.over, false);
    this.carried?.ghost.remove();
    delete document.documentElement.dataset.dragging;
    this.pressed = this.carried = null;
  }
}

const mark = (column, over) => column?.toggleAttribute("data-over", over);

function ghostOf({ ids, text }) {
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  ghost.dir = "auto";
  ghost.textContent = text;
  if (ids.length > 1) ghost.dataset.count = ids.length;
  return ghost;
}

function scrollAlong(over, x, y) {
  const across = over?.closest("[data-scroll]");
  if (across) across.scrollLeft += pull(x, across.getBoundingClientRect(), "left", "right");
  const down = over?.querySelector("ul");
  if (down) down.scrollTop += pull(y, down.getBoundingClientRect(), "top", "bottom");
}

function pull(at, box, start, end) {
  if (at < box[start] + EDGE_PX) return -STEP_PX;
  return at > box[end] - EDGE_PX ? STEP_PX : 0;
}
