// The order of the notes on this desk: as they came, or alike ones side by side.
import { lay, layout } from "./columns.js";

export const alike = ({ state }, hat) => state.alike.has(hat);

export function toggleOrder(desk, hat) {
  const { state, store } = desk;
  if (!state.alike.delete(hat)) state.alike.add(hat);
  lay(store, hat, { order: null });
  desk.draw();
}

// What came later is sorted in where it belongs.
export function sortIn(desk, hat) {
  lay(desk.store, hat, { order: null });
  desk.draw();
}

// Before each picture: the order is laid once, as soon as it is known, and stands. What comes later waits
// in the tray at its end.
export function keepOrder(desk, hat) {
  const { store, suggestions } = desk;
  if (!alike(desk, hat) || layout(store, hat).order) return;
  if (suggestions.current(hat)) lay(store, hat, { order: suggestions.of(hat).order });
}
