// A plain Node socket.io server doing the same job as ours: check, insert in SQLite, acknowledge, tell the room.
// Its SQLite runs as ours does: WAL, synchronous FULL.
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { Server } from "socket.io";

const db = new Database(process.argv[2]);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec("CREATE TABLE note (id TEXT PRIMARY KEY, round TEXT, text TEXT, rev INTEGER)");
const insert = db.prepare("INSERT OR IGNORE INTO note VALUES (?, ?, ?, ?)");

const http = createServer();
const io = new Server(http, { transports: ["websocket"] });
let rev = 0;

io.on("connection", (socket) => {
  const room = socket.handshake.query.code;
  socket.join(room);
  socket.emit("frame", { epoch: "node", since: 0, rev, at: Date.now(), rows: [] });
  socket.on("post_note", ({ id, round, text }, acknowledge) => {
    if (typeof text !== "string" || !text || text.length > 2000) return acknowledge({ refused: "bad_text" });
    insert.run(id, round, text, ++rev);
    acknowledge({ ok: true, rev });
    const row = { id, round, hat: "green", number: rev, text, theme: "", marks: [], hidden: 0 };
    io.to(room).emit("frame", { epoch: "node", since: rev - 1, rev, at: Date.now(), rows: [["note", id, row]] });
  });
});

http.listen(0, "127.0.0.1", () => console.log(`ready ${http.address().port}`));
