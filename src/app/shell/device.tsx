import { Actions, Button, Choice, Heading, Lead, Rule, Text, useSay } from "#kit"
import { useEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { en } from "../words/en.ts"
import { Copies } from "./copies.tsx"
import { DeviceChoices, HomeScreen } from "./device-choices.tsx"
import type { Inner } from "./inner.ts"
import { Sheets } from "./sheets.tsx"

type Usage = Awaited<ReturnType<Inner["keeper"]["usage"]>>
const delays = ["0", "1", "5"] as const

/** In kilobytes, and from ten thousand of them on in megabytes. */
function sized<Key extends "app.device-size" | "app.device-files">(
  key: Key,
  bytes: number,
): readonly [Key | `${Key}-mb`, { readonly size: number }] {
  const kilo = Math.max(1, Math.round(bytes / 1024))
  return kilo < 10_000 ? [key, { size: kilo }] : [`${key}-mb`, { size: Math.round(kilo / 1024) }]
}

/** The way to another device, and to those there are. */
function Devices({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { snapshot, way } = inner
  return (
    <>
      <Heading level={2}>{say("app.device-others")}</Heading>
      {snapshot.here !== undefined && (
        <Button kind="quiet" onPress={() => way.go({ at: "people" })}>
          {say("app.people")}
        </Button>
      )}
      <Button kind="second" onPress={() => way.go({ at: "link" })}>
        {say("app.link")}
      </Button>
    </>
  )
}

export function DevicePage({ inner }: { readonly inner: Inner }): VNode {
  const say = useSay<typeof en>()
  const { keeper, session, snapshot, way } = inner
  const [{ bytes, persisted }, setUsage] = useState<Usage>({ bytes: null, persisted: null })
  useEffect(() => void keeper.usage().then(setUsage), [keeper])
  const files = session.files.bytes()
  const chooseExit = (url: string): void => {
    session.setDraft("setting.exit", url)
    inner.onExitUrl(url)
  }
  return (
    <>
      <Heading level={1}>{say("app.device-title")}</Heading>
      <Lead>{say("app.device-lead")}</Lead>
      <Text>{say("app.device-stored")}</Text>
      <Text>{say(persisted === true ? "app.device-stays" : "app.device-may-go")}</Text>
      {bytes !== null && <Text>{say(...sized("app.device-size", bytes))}</Text>}
      {files > 0 && <Text>{say(...sized("app.device-files", files))}</Text>}
      <Text>{say(snapshot.hasPassphrase ? "app.device-has-lock" : "app.device-no-lock")}</Text>
      {!snapshot.hasPassphrase && (
        <Button kind="second" onPress={() => way.go({ at: "passphrase" })}>
          {say("app.device-set-lock")}
        </Button>
      )}
      <Choice
        name="lock-delay"
        legend={say("app.device-lock-delay")}
        value={String(snapshot.lockMinutes)}
        options={delays.map((value) => ({ value, label: say(`app.device-lock-${value}`) }))}
        onChose={(value) => void keeper.setLockMinutes(Number(value))}
      />
      <Choice
        name="exit"
        legend={say("app.device-exit")}
        value={inner.exitUrl}
        options={[
          { value: "", label: say("app.device-exit-default") },
          ...inner.host.exit.map((page) => ({ value: page.url, label: page.name })),
        ]}
        onChose={chooseExit}
      />
      <DeviceChoices session={session} />
      <HomeScreen />
      <Actions>
        <Button kind="second" onPress={() => void inner.onLock()}>
          {say("app.device-lock-now")}
        </Button>
      </Actions>
      <Rule />
      <Copies inner={inner} />
      <Rule />
      <Devices inner={inner} />
      <Rule />
      <Sheets inner={inner} />
      <Rule />
      <Button kind="quiet" onPress={() => way.go({ at: "save-copy" })}>
        {say("app.save-copy")}
      </Button>
      <Rule />
      <Button kind="quiet" onPress={() => way.go({ at: "forget" })}>
        {say("app.device-forget")}
      </Button>
    </>
  )
}
