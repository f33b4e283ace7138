// Tells once, in words, what changed since the last look: the hat, the connection, the last minute.
import { say } from "../phrases.js";
import { announce } from "./news.js";

const MINUTE_MS = 60_000;
let before;

export function watch({ away }, { moment, on, left, asks, concluded }) {
  const ask = asks.find(({ done }) => !done);
  const seen = { away, moment, round: on?.id, minute: soon(left), ask: ask ? `${ask.kind} ${ask.hat}` : "", kind: ask?.kind, concluded };
  if (before) tell(seen, on);
  before = seen;
}

function tell({ away, moment, round, minute, ask, kind, concluded }, on) {
  if (away !== before.away) announce(say(away ? "phone.offline" : "phone.online"));
  if (round !== before.round || moment !== before.moment) {
    announce(hatChange(moment, on));
    if (moment !== "write") scrollTo(0, 0); // whoever was far down among notes sees that it goes on
  }
  if (ask && ask !== before.ask) {
    announce(say(`phone.call_${kind}`));
    if (moment !== "write" && !writing()) scrollTo(0, 0);
  }
  if (concluded && !before.concluded) {
    announce(say("phone.outcomes_here"));
    if (!writing()) scrollTo(0, 0);
  }
  if (minute !== before.minute && minute && round === before.round) announce(say(`phone.${minute}`));
}

function hatChange(moment, on) {
  if (moment === "lobby") return say("phone.begins");
  if (moment === "write") return `${say(`hat.${on.hat}.name`)}. ${on.prompt}`;
  return say("phone.look");
}

const writing = () => ["TEXTAREA", "INPUT"].includes(document.activeElement?.tagName);

function soon(left) {
  if (left === null || left > MINUTE_MS) return "";
  return left ? "minute_left" : "time_up";
}
