/** Who runs this server. Part of first.ts. */
export const serverWords = {
  "app.server-title": "Who runs this server",
  "app.server-local": "This server runs on this same computer.",
  "app.server-operator": "It is run by: {operator}",
  "app.server-unknown":
    "The person who runs this server has not put their name here. Ask who it is before you go on.",
  "app.server-see": "Whoever runs it can see that someone uses it, when, how much, and the internet address.",
  "app.server-not-see": "If nobody changed this app, they cannot see your words, names or answers.",
  "app.server-could": "They could change the app itself, and you might not notice.",
  "app.server-other":
    "If someone you share with runs this server, it is not private from them. Do not use it for anything you need to keep from them.",
  "app.server-limits":
    "The locks here do not help against someone who knows your passphrase or watches your screen. Nor do they stop spy software.",

  "app.server-this": "About this server",
  "app.server-line-title": "The line of this server",
  "app.server-line":
    "Who wants to go on here with the others gives them this line. It holds the address, and a mark by which the app knows this server again.",
  "app.server-line-copy": "Copy the line",
} as const
