// The form is the server's, and posts without us. With us it keeps the draft, never leaves the page,
// and stays with the hat that a note was begun under.
import { say } from "../phrases.js";
import { situation } from "./situation.js";
import { postDraft } from "./writing.js";

const LIMIT = 2000; // characters, as the server counts them
const NEAR = LIMIT - 200;
const ONE_THOUGHT = 200; // longer notes are often two

const form = document.getElementById("composer");
const { text, round, begun, crazy } = form.elements;
const length = () => [...text.value.trim()].length;

export function takeOver(phone) {
  const { draft, live } = phone;
  live.store.heard(Number(begun.value)); // the server's clock, before its first frame
  form.noValidate = true;
  text.removeAttribute("maxlength"); // it would cut a pasted text without a word
  if (text.value.trim() && !draft.begunIn) draft.write(text.value, round.value, Number(begun.value));
  text.value = draft.text;
  crazy.checked = draft.crazy;

  text.addEventListener("input", () => {
    draft.write(text.value, round.value, live.store.now());
    phone.draw();
  });
  crazy.addEventListener("change", () => draft.mark(crazy.checked));
  text.addEventListener("keydown", (press) => {
    if (press.key !== "Enter" || press.shiftKey || press.isComposing) return;
    press.preventDefault();
    send(phone);
  });
  form.addEventListener("submit", (submit) => {
    submit.preventDefault();
    send(phone);
  });
}

function send(phone) {
  const { target } = situation(phone.live.store, phone.draft);
  if (target && length() > 0 && length() <= LIMIT) {
    postDraft(phone, target);
    text.value = "";
    crazy.checked = false;
    phone.draw();
  }
  text.focus(); // the keyboard stays up for the next thought
}

// Dress the form for where we are.
export function dress({ draft }, { target, strayed }) {
  form.hidden = !target && !draft.begunIn;
  if (form.hidden) return;
  if (target) wear(target, strayed);
  count();
  grow();
}

function wear(target, strayed) {
  round.value = target.id;
  form.classList.toggle("strayed", strayed);
  crazy.parentElement.hidden = target.hat !== "green";
  if (form.dataset.hat === target.hat) return;
  form.dataset.hat = target.hat;
  const worn = form.querySelector(".hat");
  worn.dataset.hat = target.hat;
  worn.firstElementChild.setAttribute("href", `#hat-${target.hat}`);
  worn.replaceWith(worn.cloneNode(true)); // a new element: the hat lands anew
  form.querySelector("label").textContent = say("phone.note_under", { of: say(`hat.${target.hat}.of`) });
}

function count() {
  const n = length();
  const counter = document.getElementById("count");
  text.setAttribute("aria-invalid", n > LIMIT);
  counter.classList.toggle("over", n > LIMIT);
  counter.textContent = counted(n);
}

function counted(n) {
  if (n > LIMIT) return say("phone.too_long", { n: n - LIMIT });
  if (n > NEAR) return say("phone.count", { n, limit: LIMIT });
  return n > ONE_THOUGHT ? say("phone.long") : "";
}

// Where the browser cannot size a field by its content.
function grow() {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}
