// What this desk looks at and holds in its hands. Nobody else's business, so it is in no row.
//
// Every view here takes the one `desk`: {store, outbox, act, online, refused} of the connection, and
// {state, past, drafts, ticket, draw} of this page.

const TELL_MS = 10_000; // then the status line makes room; the board keeps its own way to undo
const KEYS_OFF = "hattupaja/desk/keys-off";

export const newState = () => ({
  round: "", // the round looked at; the board of its hat is in the middle
  on: null, // the round that was on in the last picture: when another comes on, we look at that
  ticked: new Set(), // notes, for what is done next
  anchor: "", // the note that a range is ticked from
  held: "", // the note that has the focus, or had it until it moved
  pointed: false, // it got there by mouse or finger: then only ticks count, as nobody sees a focus
  naming: null, // {id, hat, name, notes}: the theme whose name is being written
  lit: false, // the notes behind the synthesis stand out: true for all, or a statement's number
  statement: 0, // the statement that was written last: notes are linked to it
  proposing: "", // a draft is on its way: words or model
  alike: new Set(), // hats whose notes stand by likeness
  helping: new Set(), // hats whose notes are offered themes
  placed: new Set(), // hats whose first ghosts have been placed
  declined: new Set(), // notes that are no ghosts again
  offered: { id: "", themes: [] }, // the themes on the keys 1 2 3 of the note in hand
  apart: new Set(), // notes that were taken off a stack: not offered again
  poll: null, // {hat, voted_on, budget, several}: the vote that is being prepared
  outcome: "", // the decision or action that is being written
  concluding: false, // decisions and actions are looked at instead of the board's synthesis
  form: null, // the round that is being changed or added
  menu: null, // {title, items, opener}
  dialog: "", // qr, keys, details, parts, templates, update, forget or forget_sure
  says: "", // the last thing that happened, for the status line
  undoable: false, // the status line offers to undo it
  busy: "", // the format that is being exported, or update
  progress: null, // how far it is: {state, done, of, step}
  ordered: null, // the order for it
  mind: "", // what to mind about the file that was fetched last
  update: null, // what became of an edited deck: the report and its name, or {failed}
  failed: "", // why the last export failed
  links: null, // where phones, projector and desk go
  scene: "", // just chosen for the projector, not yet confirmed
  lost: false, // the connection has been away for a while
  saying: false, // the words to say are open
  keys: !stored(KEYS_OFF),
});

export function setKeys(state, on) {
  state.keys = on;
  try {
    if (on) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  } catch {
    // then it holds until the page closes
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

// Say what happened, in the status line and to a screen reader.
export function tell(desk, says, undoable = false) {
  const { state } = desk;
  Object.assign(state, { says, undoable });
  clearTimeout(state.telling);
  state.telling = setTimeout(() => {
    state.says = "";
    desk.draw();
  }, TELL_MS);
  desk.draw();
}

// The round looked at: the one chosen, else the one that is on, else the first.
export const lookedAt = ({ store, state }) =>
  store.row("round", state.round) ?? store.row("round", store.workshop?.round) ?? store.all("round")[0];

// Before each picture: look at what has just come on, and let go of what is gone.
export function follow({ store, state }) {
  const on = store.workshop?.round ?? null;
  if (on !== null && on !== state.on) {
    state.on = on;
    if (on) lookAt(state, on);
  }
  for (const id of state.ticked) if (!store.row("note", id)) state.ticked.delete(id);
}

export function lookAt(state, round) {
  if (state.round === round) return;
  Object.assign(state, { round, anchor: "", held: "", naming: null, lit: false, statement: 0, concluding: false });
  state.ticked.clear();
}
