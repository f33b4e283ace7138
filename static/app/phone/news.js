// What a screen reader should hear: one polite region, one sentence at a time, never a clock.

const PAUSE_MS = 700; // sentences closer to each other than this swallow one another
const waiting = [];
let speaking = false;

export function announce(sentence) {
  waiting.push(sentence);
  if (!speaking) speakNext();
}

function speakNext() {
  const sentence = waiting.shift();
  speaking = sentence !== undefined;
  if (!speaking) return;
  const region = document.getElementById("news");
  region.textContent = "";
  setTimeout(() => {
    region.textContent = sentence;
    setTimeout(speakNext, PAUSE_MS);
  }, 100);
}
