import { Button, Choice, Text, useSay } from "#kit"
import { useLayoutEffect, useState } from "preact/hooks"
import type { VNode } from "preact"
import type { Session } from "../session/session.ts"
import type { en } from "../words/en.ts"
import { homeScreen, onHomeScreenChange, putOnHomeScreen } from "./home-screen.ts"
import { chooseCoachVoice, chooseTheme, coachVoiceOf, coachVoices, themeOf, themes } from "./settings.ts"

/** How it looks here, and how much the coach says. */
export function DeviceChoices({ session }: { readonly session: Session }): VNode {
  const say = useSay<typeof en>()
  const [theme, setTheme] = useState(() => themeOf(session))
  const [voice, setVoice] = useState(() => coachVoiceOf(session))
  return (
    <>
      <Choice
        name="theme"
        legend={say("app.device-theme")}
        value={theme}
        options={themes.map((value) => ({ value, label: say(`app.device-theme-${value}`) }))}
        onChose={(chosen) => {
          setTheme(chosen)
          chooseTheme(session, chosen)
        }}
      />
      <Choice
        name="coach"
        legend={say("app.device-coach")}
        hint={say("app.device-coach-hint")}
        value={voice}
        options={coachVoices.map((value) => ({ value, label: say(`app.device-coach-${value}`) }))}
        onChose={(chosen) => {
          setVoice(chosen)
          chooseCoachVoice(session, chosen)
        }}
      />
    </>
  )
}

export function HomeScreen(): VNode | null {
  const say = useSay<typeof en>()
  const [way, setWay] = useState(homeScreen)
  // With the drawing itself: an offer that comes in the very next moment is not missed.
  useLayoutEffect(() => onHomeScreenChange(() => setWay(homeScreen())), [])
  if (way === null) return null
  if (way === "by-hand") return <Text>{say("app.device-home-ios")}</Text>
  return (
    <Button kind="second" onPress={() => void putOnHomeScreen()}>
      {say("app.device-home")}
    </Button>
  )
}
