// Tells once, in words, what changed since the last look: the hat, the connection, the last minute.
import { say } from "../phrases.js";
import { announce } from "./news.js";

const MINUTE_MS = 60_000;
let before;

export function watch({ away }, { moment, on, left }) {
  const seen = { away, moment, round: on?.id, minute: soon(left) };
  if (before) tell(seen, on);
  before = seen;
}

function tell({ away, moment, round, minute }, on) {
  if (away !== before.away) announce(say(away ? "phone.offline" : "phone.online"));
  if (round !== before.round || moment !== before.moment) {
    announce(hatChange(moment, on));
    if (moment !== "write") scrollTo(0, 0); // whoever was far down among notes sees that it goes on
  }
  if (minute !== before.minute && minute && round === before.round) announce(say(`phone.${minute}`));
}

function hatChange(moment, on) {
  if (moment === "lobby") return say("phone.begins");
  if (moment === "write") return `${say(`hat.${on.hat}.name`)}. ${on.prompt}`;
  return say("phone.look");
}

function soon(left) {
  if (left === null || left > MINUTE_MS) return "";
  return left ? "minute_left" : "time_up";
}
