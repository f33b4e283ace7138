// What an outcome rests on, so far as this screen may see it.

const QUOTES = 2;
const SHORT = 70; // letters: a quote is read in passing

// {themes: rows in order, quotes: texts of its first short notes}.
export function restsOn(store, { themes = [], notes = [] }) {
  const seen = notes.map((id) => store.row("note", id)).filter((note) => note && !note.hidden);
  const short = seen.map(({ text }) => text).filter((text) => text.length <= SHORT);
  return {
    themes: themes.map((id) => store.row("theme", id)).filter(Boolean),
    quotes: [...new Set(short)].slice(0, QUOTES),
  };
}
