// Nothing scrolls on a projector: whatever is marked data-fit gets smaller until it fits its box.
const STEP = 0.04;
const SLACK = 3; // pixels: letters reach a little out of tight lines

export function fitAll(root) {
  for (const element of root.querySelectorAll("[data-fit]")) fit(element, Number(element.dataset.fit));
}

// `least` is the smallest part of the usual size that is still legible; what is then too long is cut by CSS.
function fit(element, least) {
  let size = 1;
  element.style.setProperty("--fit", size);
  while (size > least && overflows(element)) element.style.setProperty("--fit", (size -= STEP));
}

function overflows(element) {
  const boxes = [element, ...element.querySelectorAll("[data-inside]")];
  return boxes.some((box) => box.scrollHeight > box.clientHeight + SLACK || box.scrollWidth > box.clientWidth + SLACK);
}
