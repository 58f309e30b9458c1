// The bare floor: `ws` and SQLite, synced, one commit per turn of the event loop, told after the commit. No checks, no limits, nothing but the bytes.
import { DatabaseSync } from "node:sqlite"
import { WebSocketServer } from "ws"
import type { WebSocket } from "ws"
import { answerCosts } from "./children.ts"

const [, , file = "", entryLength = "0"] = process.argv
const length = Number(entryLength)
const db = new DatabaseSync(file)
db.exec(
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entries (log BLOB, seq INTEGER, bytes BLOB, UNIQUE (log, seq))",
)
const insert = db.prepare("INSERT INTO entries VALUES (?, ?, ?)")
const seqs = new Map<string, number>()
const watchers = new Map<string, WebSocket[]>()
let waiting: { readonly ws: WebSocket; readonly run: Buffer }[] = []

function commit(): void {
  const now = waiting
  waiting = []
  db.exec("BEGIN")
  for (const { run } of now) {
    const log = run.subarray(2, 34)
    let seq = seqs.get(log.toString("latin1")) ?? 0
    for (let at = 0; at < run.length; at += length) insert.run(log, seq++, run.subarray(at, at + length))
    seqs.set(log.toString("latin1"), seq)
  }
  db.exec("COMMIT")
  for (const { ws, run } of now) {
    ws.send("stored")
    for (const watcher of watchers.get(run.toString("latin1", 2, 34)) ?? []) watcher.send(run)
  }
}

const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false }, () => {
  const address = server.address()
  process.send?.({ url: `ws://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}` })
})
server.on("connection", (ws) => {
  ws.on("message", (data: Buffer, isBinary) => {
    if (!isBinary) {
      const log = Buffer.from(data.toString("utf8"), "base64url").toString("latin1")
      watchers.set(log, [...(watchers.get(log) ?? []), ws])
    } else if (waiting.push({ ws, run: data }) === 1) setImmediate(commit)
  })
})
answerCosts()
