// A value that survives a reload, where the browser lets us keep anything.

export function remembered(key, usual) {
  let value = read(key) ?? usual;
  return {
    get: () => value,
    set(next) {
      value = next;
      write(key, next);
    },
  };
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // then it lives as long as the page does
  }
}
