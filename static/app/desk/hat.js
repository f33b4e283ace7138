// A hat's words.
import { say } from "../phrases.js";

export const hatWord = (hat) => say(`hat.${hat}.word`);

// What a round asks: its own prompt, else the hat's.
export const asks = (round) => round.prompt || say(`hat.${round.hat}.asks`);
