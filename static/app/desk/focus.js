// Hands the focus on when what had it is no longer there.

const SOON_MS = 400; // rows and pictures come within this, or the focus stays where it is

// Focus what matches, as soon as it is on the page; unless the focus has gone elsewhere meanwhile.
export function focusSoon(selector, until = performance.now() + SOON_MS) {
  requestAnimationFrame(() => {
    const found = document.querySelector(selector);
    if (found) found.focus();
    else if (performance.now() < until) focusSoon(selector, until);
  });
}
