// What this person said of a synthesis, with what is on its way.
import { pending } from "./pending.js";

// {agrees, remark, state, waiting} of one's own answer; undefined before it, and after a changed text took it back.
export function ownAnswer(store, outbox, hat) {
  const row = store.all("agreement").find((one) => one.mine && one.hat === hat);
  const sent = pending(outbox, "agree").filter((args) => args.hat === hat).pop();
  if (!sent) return row;
  const waiting = outbox.waiting().some(({ action, args }) => action === "agree" && args.hat === hat);
  return { ...row, agrees: sent.agrees, remark: sent.remark ?? "", state: sent.agrees ? "" : "open", waiting };
}

// What others may read of what is missing; one's own comes first.
export const remarks = (store, hat) =>
  store.all("agreement")
    .filter((one) => one.hat === hat && one.remark && ["open", "kept"].includes(one.state))
    .sort((a, b) => (b.mine ?? 0) - (a.mine ?? 0));
