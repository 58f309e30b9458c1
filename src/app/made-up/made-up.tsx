import { Button, Text, useSay } from "#kit"
import type { Who } from "#practices/examples"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import { now } from "../clock.ts"
import type { Host } from "../shell/host.ts"
import { Inside } from "../shell/inside.tsx"
import type { en } from "../words/en.ts"
import { anaAndBenWorld } from "./months.ts"
import { noKeeper } from "./no-keeper.ts"
import "./made-up.css"

export interface MadeUpProps {
  readonly host: Host
  readonly onExit: () => void
  /** Back to where it was opened; nothing of it stays. */
  readonly onOut: () => void
}

/** Looking around with a made-up pair: the same pages as ever, over a world that lies in memory alone. */
export function MadeUp({ host, onExit, onOut }: MadeUpProps): VNode {
  const [{ world, clock }] = useState(() => anaAndBenWorld(now))
  const [who, setWho] = useState<Who>("ana")
  useEffect(() => world.close, [world])
  const out = async (): Promise<void> => onOut()
  const other = who === "ana" ? "ben" : "ana"
  return (
    <Inside
      key={who}
      keeper={noKeeper}
      session={world.sessions[who]}
      begin={{ at: "today" }}
      host={host}
      link={null}
      exitUrl=""
      onExitUrl={() => undefined}
      onExit={onExit}
      onLock={out}
      onLinkUsed={() => undefined}
      onForgot={() => undefined}
      madeUp={{
        clock,
        notice: <Notice other={other} onOther={() => setWho(other)} onOut={onOut} />,
      }}
    />
  )
}

function Notice(props: {
  readonly other: Who
  readonly onOther: () => void
  readonly onOut: () => void
}): VNode {
  const say = useSay<typeof en>()
  return (
    <div class="made-up" role="note" aria-label={say("app.made-up-label")}>
      <Text tone="second">{say("app.made-up")}</Text>
      <div>
        <Button kind="quiet" onPress={props.onOther}>
          {say(`app.made-up-eyes-${props.other}`)}
        </Button>
        <Button kind="quiet" onPress={props.onOut}>
          {say("app.made-up-out")}
        </Button>
      </div>
    </div>
  )
}
