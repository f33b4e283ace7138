// The server's yes may come before the rows that say so, and one's own rows come after everybody's. Until they
// are here, what was done stays done, or it would blink.

const HOLD_MS = 1000;

const held = new WeakMap(); // by outbox: the entries that the server has just said yes to

// The same connection, whose actions are held for a moment once they are acknowledged.
export function holding(live, draw) {
  const entries = new Set();
  held.set(live.outbox, entries);
  return {
    ...live,
    async act(action, args) {
      const answer = await live.act(action, args);
      if (answer.ok) hold(entries, { action, args }, draw);
      return answer;
    },
  };
}

function hold(entries, entry, draw) {
  entries.add(entry);
  setTimeout(() => {
    entries.delete(entry);
    draw();
  }, HOLD_MS);
}

// What the server has, and this page may not show yet, oldest first: [{action, args}].
export const acknowledged = (outbox) => [...(held.get(outbox) ?? []), ...outbox.sent()];
