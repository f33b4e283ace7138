// The method as the next right thing to do: open, close, reveal, next hat, synthesis, outcomes, deck.

// `on` is the round that is on, `scene` what the projector shows. Answers {does, round?}.
export function nextStep(rounds, on, scene) {
  if (on?.state === "open" && on.hat !== "blue") return { does: "close", round: on };
  if (on && stillHidden(on)) return { does: "reveal", round: on };
  const next = after(rounds, on);
  if (next) return { does: on ? "next" : "first", round: next };
  return { does: { synthesis: "outcomes", outcomes: "export" }[scene] ?? "synthesis" };
}

// Notes that were written, and that nobody sees before the reveal.
export const stillHidden = ({ hat, state, at_once, notes }) =>
  hat !== "blue" && !at_once && notes > 0 && (state === "open" || state === "closed");

// The next round that nobody has opened; past the end, one that was jumped over.
function after(rounds, on) {
  const waiting = rounds.filter((round) => round.state === "waiting");
  return waiting.find((round) => !on || round.position > on.position) ?? waiting[0];
}

// The round before the one that is on.
export const before = (rounds, on) =>
  on && rounds.filter((round) => round.position < on.position).at(-1);

// A round between its neighbours, one step up (-1) or down (1): [[round, position], …] that change.
export function moved(rounds, round, step) {
  const order = [...rounds];
  const from = order.findIndex(({ id }) => id === round.id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return [];
  order.splice(to, 0, ...order.splice(from, 1));
  return order.map((one, position) => [one, position]).filter(([one, position]) => one.position !== position);
}
