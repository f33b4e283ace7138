// Naming, renaming, merging and dissolving a theme.
import { html, keyed } from "../../vendor/lit-html.js";
import { say } from "../phrases.js";
import { columns } from "./columns.js";
import { beginNaming, dissolveTheme, inHand, mergeThemes, nameTheme } from "./filing.js";
import { openMenu } from "./menu.js";

// The name as a field at the head of the column: Enter or leaving saves, Escape lets go.
export const nameForm = (desk, name) => html`${keyed(desk.state.naming.id, formView(desk, name))}`;

const formView = (desk, name, { naming } = desk.state) => html`
  <form class="naming" @submit=${(event) => (event.preventDefault(), save(desk, naming, event.target, true))}>
    <input name="name" dir="auto" maxlength="200" autocomplete="off" enterkeyhint="done" data-focus
      .defaultValue=${name}
      aria-label=${say("desk.theme.name")} placeholder=${say("desk.theme.name")}
      @blur=${({ target }) => save(desk, naming, target.form)}
      @keydown=${({ key, target }) => key === "Escape" && (leave(desk), target.blur())}>
  </form>
`;

// Enter after one new name asks for the next: several themes are named in a row.
function save(desk, naming, form, entered) {
  if (desk.state.naming !== naming) return;
  const name = form.elements.name.value.trim().replace(/\s+/g, " ");
  const fresh = !naming.notes?.length && !desk.store.row("theme", naming.id);
  leave(desk);
  nameTheme(desk, naming, name);
  if (entered && name && fresh) beginNaming(desk, { hat: naming.hat });
}

function leave(desk) {
  desk.state.naming = null;
  desk.draw();
}

export function themeMenu(desk, event, theme) {
  const notes = (columns(desk.store, theme.hat).find(({ id }) => id === theme.id)?.notes ?? []).map(({ id }) => id);
  const split = inHand(desk, theme.hat).filter((id) => desk.store.row("note", id)?.theme === theme.id);
  const others = desk.store.all("theme").filter(({ hat, id }) => hat === theme.hat && id !== theme.id);
  const into = others.map((other) => mergeItem(desk, theme, other));
  const merge = (opener) => openMenu(desk, opener, say("desk.theme.merge_into"), into);
  const tickAll = () => (notes.forEach((id) => desk.state.ticked.add(id)), desk.draw());
  openMenu(desk, event, theme.name, [
    { label: say("desk.theme.rename"), does: () => beginNaming(desk, theme) },
    { label: say("desk.theme.merge"), does: merge, off: !others.length },
    { label: say("desk.theme.split"), does: () => beginNaming(desk, { hat: theme.hat, notes: split }), off: !split.length },
    { label: say("desk.theme.tick_all"), does: tickAll, off: !notes.length },
    { label: say("desk.theme.dissolve"), does: () => dissolveTheme(desk, theme.id), grave: true },
  ]);
}

const mergeItem = (desk, { id }, other) => ({ label: other.name, does: () => mergeThemes(desk, id, other.id) });
