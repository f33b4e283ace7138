// The connection: rows come down into the store, actions go up from the outbox.
import { io } from "../vendor/socket.io.js";
import { Outbox } from "./outbox.js";
import { Store } from "./store.js";

const ANSWER_MS = 6000; // without an acknowledgement by then, the connection is taken for dead
const AWAY_MS = 10_000; // a page hidden for longer asks at once whether its connection still lives

// Returns {store, outbox, online(), refused(), act(action, args)}; `draw` is called after every change.
export function goLive({ code, role, ticket, person = "" }, draw) {
  const store = new Store();
  let socket = null;
  let refused = "";
  const outbox = new Outbox([code, role, person].join("/"), ask);

  store.listen(() => outbox.settle(store.rev));
  store.listen(draw);
  outbox.listen(draw);

  async function ask(action, args) {
    if (!socket?.connected) throw new Error("offline");
    try {
      return await socket.timeout(ANSWER_MS).emitWithAck(action, args);
    } catch (silence) {
      reconnect();
      throw silence;
    }
  }

  // First rows over HTTP, where they travel compressed; without them the socket brings all.
  async function firstRows() {
    try {
      const headers = { Authorization: `Bearer ${ticket}` };
      const answer = await fetch(`/api/workshops/${code}/rows?since=0`, {
        headers,
        signal: AbortSignal.timeout?.(ANSWER_MS),
      });
      if (answer.ok) store.apply(await answer.json());
    } catch {
      // the socket will try for as long as it takes
    }
    connect();
  }

  function connect() {
    socket = io({
      transports: ["websocket"],
      query: { code },
      auth: (give) => give({ ticket, epoch: store.epoch, since: store.rev }),
      reconnectionDelay: 300,
      reconnectionDelayMax: 4000,
      timeout: 5000,
    });
    socket.on("connect", () => (outbox.flush(), draw()));
    socket.on("disconnect", draw);
    socket.on("connect_error", ({ message }) => {
      refused = message === "bad_ticket" ? message : "";
      draw();
    });
    socket.on("frame", (frame) => store.apply(frame) || catchUp());
    socket.on("tick", (tick) => {
      if (!store.tick(tick)) catchUp();
      outbox.flush();
    });
  }

  async function catchUp() {
    try {
      store.apply(await ask("catch_up", { epoch: store.epoch, since: store.rev }));
    } catch {
      // the next connection starts from where we are
    }
  }

  function reconnect() {
    socket?.disconnect();
    socket?.connect();
  }

  let hiddenAt = 0;
  function wake() {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else if (socket && !socket.connected) reconnect();
    else if (socket && Date.now() - hiddenAt > AWAY_MS) catchUp();
  }
  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", wake);
  addEventListener("online", wake);

  firstRows();
  return {
    store,
    outbox,
    online: () => Boolean(socket?.connected),
    refused: () => refused,
    act: (action, args) => outbox.push(action, args),
  };
}
