// What the facilitator asks of this person now, the most pressing first.
import { ownAnswer } from "./answers.js";
import { fileable, queue } from "./filing.js";
import { canRead, hatsOf } from "./situation.js";

// [{kind: check | vote | file, hat, done}]. Below, all of a kind follow the hat that is on.
export function asks({ live: { store, outbox }, person, sorting }, on) {
  const hats = hatsOf(store).filter((hat) => canRead(store, hat));
  hats.sort((a, b) => (b === on?.hat) - (a === on?.hat));
  return [
    ...hats.filter((hat) => checking(store, hat)).map((hat) => ({ kind: "check", hat, done: answered(store, outbox, hat) })),
    ...hats.filter((hat) => store.row("board", hat)?.voting === "open").map((hat) => ({ kind: "vote", hat, done: false })),
    ...hats.map((hat) => filing(store, outbox, hat, person, sorting)).filter((ask) => ask && (!ask.done || ask.hat === on?.hat)),
  ];
}

const checking = (store, hat) => Boolean(store.row("synthesis", hat)?.checking);

const answered = (store, outbox, hat) => Boolean(ownAnswer(store, outbox, hat));

function filing(store, outbox, hat, person, sorting) {
  const board = store.row("board", hat);
  if (!board || board.hands === "desk" || !store.all("theme").some((theme) => theme.hat === hat)) return null;
  const notes = fileable(store, outbox, board, person);
  return notes.length ? { kind: "file", hat, done: !queue(notes, sorting.skips).length } : null;
}
