import { stateFrom } from "#wire"
import type { LogState, Sighted } from "#wire"
import type { SmallState } from "./index-row.ts"

/** What of the fold's state is written down; the long lists in it are told again by the entries. */
export function smallOf(state: LogState): SmallState {
  const {
    uids: _uids,
    contents: _contents,
    redacted,
    devices,
    keysSeen,
    invites,
    proposals,
    taking,
    ...rest
  } = state
  return {
    ...rest,
    redacted: [...redacted.keys()],
    devices: [...devices],
    keysSeen: [...keysSeen],
    invites: [...invites],
    proposals: [...proposals],
    taking: [...taking],
  }
}

export function stateOfSmall(small: SmallState, sighted: Sighted): LogState {
  const { devices, keysSeen, invites, proposals, taking, ...rest } = small
  const maps = {
    devices: new Map(devices),
    keysSeen: new Set(keysSeen),
    invites: new Map(invites),
    proposals: new Map(proposals),
    taking: new Map(taking),
  }
  return stateFrom({ ...rest, ...maps }, sighted)
}
