// The order of the notes on this desk: as they came, or alike ones side by side.
import { say } from "../phrases.js";
import { lay, layout } from "./columns.js";
import { tell } from "./state.js";

export const alike = ({ store }, hat) => layout(store, hat).order !== null;

export function toggleOrder(desk, hat) {
  layInOrder(desk, hat, !alike(desk, hat));
}

// The order is laid once and stands; what comes later waits in the tray until it is laid anew.
export function layInOrder(desk, hat, on = true) {
  const { store, suggestions } = desk;
  const order = on ? (suggestions.of(hat)?.order ?? null) : null;
  if (on && !order) return tell(desk, say("desk.order.wait"));
  lay(store, hat, { order });
  return desk.draw();
}
