/** Who is here, and with which devices. Part of en.ts. */
export const peopleWords = {
  "app.people": "People and devices",
  "app.people-lead":
    "Who is here, and with which devices. The shared record itself says so, and says the same to all.",
  "app.people-me": "{name} (you)",
  "app.people-this": "This device",
  "app.people-other": "Another device",
  "app.people-one": "One device",
  "app.people-nth": "Device {n}",
  "app.people-came-first": "Here from the start.",
  "app.people-came-device": "It was added from another device of the same person.",
  "app.people-came-sheet": "It came with a sheet of paper.",
  "app.people-day": "This device learned of it on {day}.",
  "app.people-you": "You",
  "app.people-unsure":
    "You have not compared words since it came. If you are not sure whose it is, ask in a way you trust.",
  "app.people-sheet": "You have a sheet to come back with.",
  "app.people-later": "A device can let those go that stand below it in this list, and none above it.",
  "app.people-one-go": "Let this device go",
  "app.people-one-what":
    "It reads nothing new then, and writes nothing more, in your own pages as in what is shared. What is on it already stays readable to whoever can open it.",
  "app.people-one-along": {
    one: "Another device that was added from it goes with it.",
    other: "{n} devices that were added from it go with it.",
  },
  "app.people-one-sheet":
    "Your sheet still works then, but that device can spoil what the sheet needs. Make a new one afterwards.",
  "app.people-one-going": "The device goes with the next connection.",
  "app.people-one-elsewhere":
    "It is out of your own pages. It goes from what is shared once you write at the other server.",
  "app.people-elsewhere":
    "You go on at another server. Keep a copy after this, and bring that one there: an older copy does not know of it. If you write there already, let the device go there.",
  "app.people-go-title": "Let your other devices go",
  "app.people-go": {
    one: "Your other device reads nothing new then, and writes nothing more. What is on it already stays readable to whoever can open it.",
    other:
      "Your {n} other devices read nothing new then, and write nothing more. What is on them already stays readable to whoever can open them.",
  },
  "app.people-go-do": "Let them go",
  "app.people-go-own": "Your passphrase, once more",
  "app.people-go-failed": "That could not be kept just now. Nothing has changed; you can try once more.",
  "app.people-going": "Your other devices go with the next connection.",
} as const
