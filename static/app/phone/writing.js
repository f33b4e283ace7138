// What a participant does with notes: post, change, take back, file. Each also works without a network.
import { newId } from "../outbox.js";
import { say } from "../phrases.js";
import { announce } from "./news.js";

export function postDraft({ live, draft }, target) {
  const { text, begun, crazy } = draft;
  const marks = crazy && target.hat === "green" ? ["crazy"] : [];
  draft.clear();
  return post(live, { round: target.id, text: text.trim(), marks, begun: sinceOpened(begun, target) });
}

// Send a text that came back once more, under the hat that is on.
export const postAgain = ({ live }, { text, marks }, target) =>
  post(live, { round: target.id, text, marks: target.hat === "green" ? marks : [], begun: live.store.now() });

async function post(live, args) {
  const sending = live.act("post_note", { id: newId(), ...args });
  if (!live.online()) announce(say("phone.sent_later"));
  if ((await sending).ok) announce(say("phone.posted"));
}

// A round may be opened again: then what was begun in its first opening belongs to this one.
const sinceOpened = (begun, round) => (round.state === "open" ? Math.max(begun, round.opened_at) : begun);

export async function changeNote({ live }, { id, marks }, text) {
  // A note that waits is changed where it waits; the edit after it is for when its first
  // wording had reached the server and only the answer was lost.
  const [waiting] = live.outbox.recall(({ args }) => args.id === id).filter(isPost);
  if (waiting) live.act("post_note", { ...waiting.args, text });
  const answer = await live.act("edit_note", { id, text, marks });
  if (answer.ok) announce(say("phone.changed"));
}

export async function takeBack({ live }, { id }) {
  live.outbox.recall(({ args }) => args.id === id);
  const answer = await live.act("withdraw_note", { id });
  if (answer.ok) announce(say("phone.withdrawn"));
}

export function fileNote({ live, draw, calmed }, id, theme) {
  calmed();
  live.act("file_notes", { notes: [id], theme });
  draw();
}

const isPost = ({ action }) => action === "post_note";
