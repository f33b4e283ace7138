// The field for what is missing. It behaves as the composer does: Enter sends, and a reload loses nothing.
import { html } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";

const LIMIT = 2000; // characters, as the server counts them

// `then.send(text)` takes what was written, `then.giveUp()` closes the field.
export function remarkField(phone, hat, then) {
  const text = phone.remark.draft(hat);
  const over = [...text.trim()].length - LIMIT;
  const id = `remark-${hat}`;
  return html`
    <form class="editor remark" @submit=${(submit) => (submit.preventDefault(), sendIt(phone, hat, then))}
      @keydown=${keys}>
      <label for=${id}>${say("phone.check_missing")}</label>
      <textarea id=${id} rows="3" dir="auto" enterkeyhint="send" .value=${text} aria-invalid=${over > 0}
        aria-describedby=${`${id}-hint`}
        @input=${(input) => (phone.remark.write(hat, input.target.value), phone.draw())}></textarea>
      <p class="hint" id=${`${id}-hint`}>${hint(phone, over)}</p>
      <div class="choices">
        <button class="button primary">${say("phone.send")}</button>
        <button type="button" class="button" @click=${() => then.giveUp()}>${say("phone.cancel")}</button>
      </div>
    </form>`;
}

function hint({ live: { store } }, over) {
  if (over > 0) return say("phone.check_too_long", { n: over });
  return say(store.workshop.named ? "phone.check_seen_named" : "phone.check_seen");
}

function sendIt(phone, hat, then) {
  const text = phone.remark.draft(hat).trim();
  if (text && [...text].length <= LIMIT) then.send(text);
  else document.getElementById(`remark-${hat}`)?.focus();
}

function keys(press) {
  if (press.key !== "Enter" || press.shiftKey || press.isComposing || press.target.tagName !== "TEXTAREA") return;
  press.preventDefault();
  press.currentTarget.requestSubmit();
}
