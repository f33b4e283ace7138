// What a screen reader should hear: one polite region, one sentence at a time, never a clock.

const PAUSE_MS = 700; // sentences closer to each other than this swallow one another
let waiting = [];
let speaking = false;

// Of a `topic` only the newest is worth hearing: the tenth tap, not the nine before it.
export function announce(sentence, topic = "") {
  waiting = waiting.filter((one) => !topic || one.topic !== topic);
  waiting.push({ sentence, topic });
  if (!speaking) speakNext();
}

function speakNext() {
  const next = waiting.shift();
  speaking = next !== undefined;
  if (!speaking) return;
  const region = document.getElementById("news");
  region.textContent = "";
  setTimeout(() => {
    region.textContent = next.sentence;
    setTimeout(speakNext, PAUSE_MS);
  }, 100);
}
