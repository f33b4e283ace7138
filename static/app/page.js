// What the server wrote into this page: who looks on, at which workshop, in which language.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const page = read("page"); // {code, role, ticket, language, …}
export const phrases = read("phrases");

// Draw again soon, once, however often it is asked for before the next picture.
export function drawer(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}
