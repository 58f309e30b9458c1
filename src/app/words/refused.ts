/** Where nothing can be opened: why, and what may mend it. Part of first.ts. */
export const refusedWords = {
  "app.refused-title": "This cannot work here",
  "app.refused-not-secure":
    "This page was opened without a secure connection. Browsers then refuse to encrypt, so nothing you write would be safe. Open it with https, or on the computer it runs on as localhost.",
  "app.refused-no-storage":
    "This browser does not let the page keep anything. It may be a private window, or storage may be switched off. Open it in an ordinary window.",
  "app.refused-no-ed25519":
    "This browser is too old for the locks used here. Please update it, or use another one.",
  "app.broke-title": "This page did not open whole",
  "app.refused-not-whole":
    "A part of the app did not come, perhaps because the connection went away. What you wrote before is kept on this device. Open it again when there is a connection.",
  "app.refused-broke":
    "Something went wrong in the app. What you wrote is kept on this device. Open the page again.",
  "app.broke-again": "Open again",
} as const
