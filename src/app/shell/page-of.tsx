import type { VNode } from "preact"
import type { Inner } from "./inner.ts"
import type { Place } from "./place.ts"
import { AnewPage } from "./anew.tsx"
import { ApartPage } from "./apart.tsx"
import { BringPage } from "./bring.tsx"
import { DevicePage } from "./device.tsx"
import { BeforePage, BeforeRoomPage, EarlierPage } from "./earlier.tsx"
import { ForgetPage } from "./forget.tsx"
import { GoingPage } from "./going.tsx"
import { HelpPage, UnsafePage } from "./help-page.tsx"
import { InvitePage } from "./invite.tsx"
import { JoinPage } from "./join.tsx"
import { LinkDevicePage } from "./link-device.tsx"
import { LinkedPage } from "./linked.tsx"
import { LookingBack } from "./looking-back.tsx"
import { KeepCopyPage } from "./keep-copy.tsx"
import { OtherPage } from "./other.tsx"
import { CameBackPage } from "./came-back.tsx"
import { MovePage } from "./move.tsx"
import { PassphrasePage } from "./passphrase.tsx"
import { PeoplePage } from "./people.tsx"
import { ReturnedPage } from "./returned.tsx"
import { RoomPage } from "./room.tsx"
import { Rooms } from "./rooms.tsx"
import { SamePage } from "./same.tsx"
import { SaveCopyPage } from "./save-copy.tsx"
import { ServerPage } from "./server-page.tsx"
import { SharedPage } from "./shared.tsx"
import { SheetPage } from "./sheet.tsx"
import { AskedPage, InviteMorePage } from "./three.tsx"
import { Today } from "./today.tsx"
import { WriteAgainPage } from "./write-again.tsx"

/** Each place has one page. */
export function PageOf({ inner, place: here }: { readonly inner: Inner; readonly place: Place }): VNode {
  switch (here.at) {
    case "today":
      return <Today inner={inner} />
    case "rooms":
      return <Rooms inner={inner} />
    case "looking-back":
      return <LookingBack inner={inner} />
    case "help":
      return <HelpPage inner={inner} />
    case "unsafe":
      return <UnsafePage />
    case "device":
      return <DevicePage inner={inner} />
    case "forget":
      return <ForgetPage inner={inner} />
    case "save-copy":
      return <SaveCopyPage inner={inner} which="all" />
    case "keep-copy":
      return <KeepCopyPage inner={inner} />
    case "came-back":
      return <CameBackPage inner={inner} />
    case "sheet":
      return <SheetPage inner={inner} />
    case "returned":
      return <ReturnedPage inner={inner} />
    case "link":
      return <LinkDevicePage inner={inner} />
    case "linked":
      return <LinkedPage inner={inner} />
    case "people":
      return <PeoplePage inner={inner} />
    case "apart":
      return <ApartPage inner={inner} />
    case "other":
      return <OtherPage inner={inner} />
    case "save-other":
      return <SaveCopyPage inner={inner} which="other" />
    case "anew":
      return <AnewPage inner={inner} />
    case "earlier":
      return <EarlierPage inner={inner} />
    case "before":
      return <BeforePage inner={inner} n={here.n} />
    case "before-room":
      return <BeforeRoomPage inner={inner} n={here.n} place={here.place} />
    case "bring":
      return <BringPage inner={inner} n={here.n} />
    case "same":
      return <SamePage inner={inner} />
    case "going":
      return <GoingPage inner={inner} />
    case "shared":
      return <SharedPage inner={inner} />
    case "passphrase":
      return <PassphrasePage inner={inner} />
    case "server":
      return <ServerPage inner={inner} />
    case "move":
      return <MovePage inner={inner} />
    case "write-again":
      return <WriteAgainPage inner={inner} />
    case "invite":
      return <InvitePage inner={inner} />
    case "invite-more":
      return <InviteMorePage inner={inner} />
    case "asked":
      return <AskedPage inner={inner} asked={here.ref} />
    case "join":
      return <JoinPage inner={inner} />
    case "room":
      return (
        <RoomPage
          key={`${here.room} ${JSON.stringify(here.place)}`}
          inner={inner}
          room={here.room}
          at={here.place}
          start={here.start}
        />
      )
  }
}
