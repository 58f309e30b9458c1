/** Removing everything from this device, and what that cannot remove. */
export const forgetWords = {
  "app.forget-title": "Forget everything on this device",
  "app.forget-lead":
    "All pages and drafts in this browser are removed, also without a connection. This cannot be undone.",
  "app.forget-not-title": "What this cannot remove",
  "app.forget-not-shared":
    "What you shared stays with the others, and so do copies they made. They are not told.",
  "app.forget-not-server":
    "The server keeps what was sent to it, locked. It sees that somebody removed everything here.",
  "app.forget-not-files": "Files you saved stay where they are. The browser’s list of downloads shows them.",
  "app.forget-not-history":
    "The browser’s list of visited pages stays. You can clear it in the browser itself.",
  "app.forget-still-here":
    "The others will still see you as being here. If you want to leave for good, do that first.",
  "app.forget-passphrase": "Your passphrase, so that nobody does this in your place",
  "app.forget-sure": "Forget everything",
  "app.forget-working": "Everything is being removed. This takes a moment.",
  "app.forget-failed": "Not everything could be removed. Close the other tabs of this page and try again.",
} as const
