// The same slides by PptxGenJS: reads a plan, writes a deck, says how long it took and how much memory.
// node deck.mjs PLAN.json OUT.pptx [compressed]
import { readFileSync, statSync, writeFileSync } from "node:fs";
import pptxgen from "pptxgenjs";

const [plan, out, compressed] = process.argv.slice(2);
const slides = JSON.parse(readFileSync(plan, "utf8"));
const started = process.hrtime.bigint();
const deck = new pptxgen();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "PLAIN",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.5, y: 0.3, w: 12.3, h: 0.9 }, text: "" } },
    { placeholder: { options: { name: "left", type: "body", x: 0.5, y: 1.4, w: 6, h: 5.4 }, text: "" } },
    { placeholder: { options: { name: "right", type: "body", x: 6.8, y: 1.4, w: 6, h: 5.4 }, text: "" } },
  ],
  slideNumber: { x: 12.5, y: 7.1 },
});
for (const { title, bodies, notes } of slides) {
  const slide = deck.addSlide({ masterName: "PLAIN" });
  slide.addText(title, { placeholder: "title" });
  for (const [at, paragraphs] of bodies.slice(0, 2).entries()) {
    const text = paragraphs.map((one) => ({ text: one, options: { bullet: true, breakLine: true, fontSize: 16 } }));
    if (text.length) slide.addText(text, { placeholder: at ? "right" : "left" });
  }
  if (notes) slide.addNotes(notes);
}
// Its writeFile forgets the compression that it is asked for; its stream does not.
if (compressed) writeFileSync(out, await deck.stream({ compression: true }));
else await deck.writeFile({ fileName: out, compression: true });
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const peak = Number(readFileSync("/proc/self/status", "utf8").match(/VmHWM:\s*(\d+)/)[1]) / 1024;
console.log(JSON.stringify({ seconds, peak, bytes: statSync(out).size }));
