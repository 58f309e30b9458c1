import { comingDoings, firstDoings, onlyInABrowser } from "./mortal-coming.ts"
import { deviceDoings } from "./mortal-devices.ts"
import { doings } from "./mortal-doings.ts"
import { pictureDoings } from "./mortal-files.ts"
import { linkDoings } from "./mortal-linking.ts"
import { besideDoings } from "./mortal-own.ts"
import { everyday } from "./mortal-words.ts"
import type { Doing } from "./mortal.ts"

/** All that one can do, for a device that is killed at each write of it: a real browser in `npm run kills`. Tests only. */
export const allDoings: readonly Doing[] = [
  ...everyday,
  ...doings,
  ...deviceDoings,
  ...linkDoings,
  ...besideDoings,
  ...comingDoings,
  ...pictureDoings,
  ...firstDoings,
  ...onlyInABrowser,
]
