import type { RelayPort } from "../server/relay-port.ts"

/** How bad a connection is, in parts of 256 for each request. */
export interface Weather {
  /** The request never reaches the relay. */
  readonly lost: number
  /** The relay has it; the answer is lost. */
  readonly unanswered: number
  /** It arrives twice. */
  readonly repeated: number
  /** It seems lost, and arrives later, after others. */
  readonly late: number
  /** A spell without any connection begins. */
  readonly offline: number
}
export const calm: Weather = { lost: 0, unanswered: 0, repeated: 0, late: 0, offline: 0 }

export interface Flaky {
  readonly port: RelayPort
  readonly setWeather: (weather: Weather) => void
  /** What was under way arrives now. */
  readonly settle: () => Promise<void>
}

function fail(): never {
  throw new TypeError("the connection was lost")
}

/** A connection that loses, repeats, delays and drops, by the dice it is given. */
export function flaky(relay: RelayPort, throws: () => number): Flaky {
  let weather = calm
  let offlineFor = 0
  let late: Request[] = []
  const settle = async (): Promise<void> => {
    const arriving = late
    late = []
    for (const request of arriving.toReversed()) await relay.fetch(request)
  }
  const happens = (share: number): boolean => (throws() & 255) < share
  return {
    settle,
    setWeather: (next) => {
      weather = next
      offlineFor = 0
    },
    port: {
      fetch: async (request) => {
        if (offlineFor > 0) {
          offlineFor -= 1
          return fail()
        }
        if (happens(weather.offline)) {
          offlineFor = throws() % 6
          return fail()
        }
        if (happens(weather.lost)) return fail()
        if (happens(weather.late)) {
          late.push(request)
          return fail()
        }
        if (late.length > 0 && happens(128)) await settle()
        if (happens(weather.repeated)) await relay.fetch(request.clone())
        const response = await relay.fetch(request)
        return happens(weather.unanswered) ? fail() : response
      },
    },
  }
}
