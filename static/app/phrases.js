// Phrases in the language of the page: say("phone.notes", {n: 3}).
import { page, phrases } from "./page.js";

const plural = new Intl.PluralRules(page.language);

export function say(key, values = {}) {
  let phrase = phrases;
  for (const part of key.split(".")) phrase = phrase?.[part];
  if (phrase === undefined) return key;
  if (typeof phrase === "object") phrase = phrase[plural.select(values.n) === "one" ? "one" : "other"];
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// Why something was refused, for a person. Takes the server's answer {refused, …values}.
export const refusal = ({ refused, ...values }) => say(`refused.${refused}`, values);
