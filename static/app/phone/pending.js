// What this person did that the rows do not say yet: shown as done, until the server says no.
import { acknowledged } from "./holding.js";

// The arguments of an action's every call under way, oldest first.
export const pending = (outbox, action) =>
  [...acknowledged(outbox), ...outbox.waiting()].filter((entry) => entry.action === action).map(({ args }) => args);
