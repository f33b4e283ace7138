// The ticket that says who looks on at this page.
import { page } from "./page.js";

// A participant's comes in the page, or by joining now. The desk's and the projector's come behind the # of
// their address, where no server and no log sees them; then this browser keeps them for reloads.
export async function myTicket() {
  if (page.ticket) return { ticket: page.ticket, person: page.person };
  if (page.role === "participant") return join();
  const key = `hattupaja/ticket/${page.role}/${page.code}`;
  const given = location.hash.slice(1);
  if (given) {
    keep(key, given);
    history.replaceState(null, "", location.pathname);
  }
  return { ticket: given || kept(key) };
}

async function join() {
  for (;;) {
    try {
      const answer = await fetch(`/api/workshops/${page.code}/join`, { method: "POST" });
      if (answer.ok) {
        const { ticket, participant } = await answer.json();
        return { ticket, person: participant };
      }
    } catch {
      // the server is away; it comes back
    }
    await new Promise((again) => setTimeout(again, 1500));
  }
}

function keep(key, ticket) {
  try {
    localStorage.setItem(key, ticket);
  } catch {
    // then a reload needs the link again
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
