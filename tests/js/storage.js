// A browser's storage, for tests.
export function fakeStorage() {
  const kept = new Map();
  globalThis.localStorage = {
    get length() {
      return kept.size;
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, String(value)),
    removeItem: (key) => kept.delete(key),
  };
  return kept;
}

export function noStorage() {
  const no = () => {
    throw new Error("private window");
  };
  globalThis.localStorage = { get length() { return no(); }, key: no, getItem: no, setItem: no, removeItem: no };
}
