export const en = {
  "relay.ready": "Goldseam is ready: {url}",
  "relay.phone": "On a phone, point the camera at this:",
  "relay.two-people":
    "To try it as two people on this computer, open that address once in your browser and once in a private window or a second browser.",
  "relay.line": "The line of this server, for people who want to move here: {line}",
  "relay.needs-https":
    "Other devices can use it only over https: put a server with a certificate in front of it, and set PUBLIC_URL to its address.",
  "relay.stop": "Stop it with Ctrl+C. The data is in {folder}.",
  "relay.port-taken":
    "Port {port} is taken by another program. Stop that one, or choose another port: PORT=4701 {start}",
  "relay.port-denied":
    "This computer does not let Goldseam listen on {host} port {port}. Choose another: PORT=4701 {start}",
  "relay.folder": "The data folder {folder} cannot be written. Choose another: DATA_DIR=~/goldseam {start}",
  "relay.running":
    "Goldseam is running already with the data in {folder}. Open the address it said, or stop it first with Ctrl+C. For a second one choose another folder: DATA_DIR=~/goldseam {start}",
  "relay.full":
    "The disk is full, or {folder} can no longer be written. What was stored stands, and nothing is lost: newer words wait on people’s own devices. Make room, and it goes on by itself.",
  "relay.room-again": "There is room again. What waits on people’s devices is taken.",
  "relay.newer":
    "The data in {folder} was written by a newer Goldseam. Update this one, or choose another: DATA_DIR=~/goldseam {start}",
  "relay.no-app": "The app is not built. Run npm start, which builds it.",
  "relay.bad-setting": "{name} is not usable: {value}",
  "relay.wrong-origin":
    "Somebody came here under an address this server does not know, and was not let in. If another server stands in front of this one, say the address people use: PUBLIC_URL=https://… {start}",
  "relay.defect":
    "Something inside Goldseam went wrong ({reference}). It goes on, and what was stored stands. Please report this line.",
  "relay.stopped": "Goldseam has stopped.",
} as const

export function say(key: keyof typeof en, values: Readonly<Record<string, string>> = {}): string {
  return en[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")
}
