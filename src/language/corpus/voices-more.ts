import { lines } from "./gold.ts"

/** A second round in all voices, written after the first was tuned, to see how far it carries. */
export const voicesMore = lines(`
a| I'm sorry {conditional:if my silence felt like punishment}.
a| {conditional:If I misjudged the mood}, I do apologise.
a| I'd like to say sorry {conditional:if I've caused any bother}.
a| {conditional:If anybody took offence}, that's on me and I'm sorry.
a| soz {conditional:if i hogged the mic}
a| Sorry {conditional:in case that sounded snappy}.
a| Please forgive me {conditional:if I spoke out of turn}.
a| {conditional:Perhaps I was too blunt}, for which I'm sorry.
a| I'm sorry {feelings-shift:you're so cut up about it}.
a| I'm sorry {feelings-shift:that my honesty offends you}.
a| I'm sorry {feelings-shift:you couldn't see the funny side}.
a| It's unfortunate {feelings-shift:that you feel excluded}, and I'm sorry about that.
a| I'm sorry {feelings-shift:if that's the message you took from it}.
a| sorry {feelings-shift:ur feelings got hurt} i guess
a| I regret {feelings-shift:that my words landed the way they did}.
a| I only hid it because {blame-shift:you go through my things}.
a| {blame-shift:You'd been flirting all night}, so I kissed somebody.
a| {blame-shift:You never said it bothered you}.
a| {blame-shift:My flatmate left the door unlocked}, not me.
a| {blame-shift:If you'd only asked nicely}, I would have handed it back.
a| {blame-shift:The doctor should have told you}, it wasn't my place.
a| I shouted because {blame-shift:you weren't listening}.
a| Sorry, but {blame-shift:you brought it on yourself}.
a| {blame-shift:you guys left me out first}
a| {blame-shift:my brother took the video} i just posted it
a| {blame-shift:You make it so hard to be honest with you}.
a| {justification:I'd been up all night with the baby}.
a| {justification:I was only trying to make you laugh}.
a| {justification:I had no signal}.
a| {justification:I lost track of time}.
a| {justification:I was put on the spot}.
a| {justification:I meant it as a compliment}.
a| {justification:I was going through a divorce at the time}.
a| {justification:It was my first week in the job}.
a| {justification:I had to choose between you and my job}.
a| {justification:I got swept up in it all}.
a| {justification:It's a cultural thing}.
a| {justification:i was half asleep when i typed it}
a| {justification:They asked me a direct question, so I answered}.
a| {minimising:It was a bit of harmless fun}.
a| {minimising:Nobody even remembers it}.
a| {minimising:I only told one person}.
a| {minimising:You'll live}.
a| {minimising:It was barely a scratch}.
a| {minimising:People say worse things every day}.
a| {minimising:it was one pic}
a| {minimising:You do tend to overreact}.
a| {minimising:I was maybe ten minutes late}.
a| {minimising:Anyway it's all water off a duck's back}.
a| {agentless:Your plants died while you were away}.
a| {agentless:Your confidence was abused}.
a| {agentless:The deposit wasn't returned}.
a| {agentless:It was leaked to the press}.
a| {agentless:The photos were passed around the office}.
a| {agentless:A promise was made to you and it wasn't honoured}.
a| {agentless:the window got smashed}
a| {agentless:There were some lapses on my watch}.
a| {agentless:Things escalated}.
a| I'm sorry {vague:for how the evening went}.
a| I'm sorry {vague:for the things I said}.
a| I want to apologise {vague:for being out of order}.
a| {vague:I really blew it}.
a| sorry {vague:for being horrible}
a| {vague:I've done some things I'm ashamed of}.
a| Apologies {vague:for my part in it all}.
a| {pressure:I really need to hear from you tonight}.
a| {pressure:Can we put it to rest}?
a| {pressure:You owe me a reply at least}.
a| {pressure:Life's too short for this}.
a| {pressure:Please don't be angry any more}.
a| {pressure:If you loved me you'd give me another chance}.
a| {pressure:come on its been 2 weeks}
a| {pressure:How many times do I have to apologise}?
a| {overpromise:I'll never so much as look at another woman}.
a| {overpromise:I vow to you that this is the last time, ever}.
a| {overpromise:I'd cut off my arm to make it right}.
a| {overpromise:I'll be there for you twenty-four seven}.
a| {overpromise:u will never have to worry abt me again}
a| I {unspecific-promise:am going to make some changes}.
a| I {unspecific-promise:will be a more attentive partner}.
a| {unspecific-promise:I'll step up}.
a| We {unspecific-promise:will do our utmost to improve}.
a| {unspecific-promise:ill sort myself out}
c| {justification:I thought nobody would mind}. {minimising:It was only a few pounds at first}.
c| {agentless:The tape was wiped}. {blame-shift:Kevin had the key}.
p| You were hurt {justification:but I was only being honest}.
p| You felt alone, {minimising:even though it was just one weekend}.
o| {unspecific-promise:I'll be kinder}.
o| {unspecific-promise:I'm going to put in more effort}.
o| {overpromise:I'll never disappoint you again}.
o| {unspecific-promise:I'll be more open about things}.
a| You had asked for one hour of quiet and I turned the radio on.
a| Because I was late, you missed your flight.
a| When you fell I laughed before I helped.
a| Your sister was left at the station because I forgot that she was coming.
a| The money for the trip is gone. I spent it on the machines at the Crown.
a| I was tired and I was rude, and being tired is not a reason.
a| I told the police that you had been driving. You had been asleep.
a| You cooked for two days. I said that it was all right, and I said it with a face.
a| The dog got out because I had not shut the gate. I told you that it was the post.
a| If you come to the wedding, I'll sit wherever you don't.
a| I never rang. You were in there for nine days.
a| I could hear you crying and I put my headphones on.
a| I made a joke of your stammer in front of your students.
a| Everyone at the table knew before you did, since I had told them.
a| I want to tell you what I did with your manuscript: I read it, and I used the ending.
a| It would be kind of you to reply, and it would be fair of you not to.
a| I won't be writing again unless you write to me.
a| I have asked Kofi to take my place on the panel that judges your work.
a| You should not have had to hear it through a wall.
a| We broke the vase and we let the cleaner be asked about it.
a| I said I was sorry on the day, and I said it so that you would stop.
a| I always thought of you as the strong one. So I never asked.
a| You might have died. I was looking at my phone.
a| It was late and the road was wet, and I was going ninety because I liked it.
a| I had every intention of telling you on Sunday. On Sunday I went fishing.
a| You're allowed to be angry with me for years.
a| I gave your seat away because he asked and you were not there to say no.
a| I didn't want to lose, so I moved the ball.
a| i said ur drawing was bad bc mine was worse
a| i got the answers from ur bag when u went to the loo. then i let miss think u copied me
a| u waited for me at the gate n i went out the back
a| i should have said no when they wanted to leave u behind
a| i want u to know nobody else knew. only me
a| I regret sending the photo. I regret, more, that I sent it twice.
a| In the meeting I let them think the error was in your half.
a| Our technician left your gas on. We have suspended him, and the fault is ours: we had not trained him.
a| We were told about the mould in October. We did nothing about it until March.
a| The report said that you were at fault. The report was wrong, and I wrote it.
a| I have no right to know how you are. I hope you have people round you.
a| Please keep the deposit, whatever you decide.
a| I'm going to be out of the flat by noon on Friday.
a| I will be more careful with your tools: they go back on the hook before I have my tea.
a| I can't undo it. I can pay for the physio, and I'd like to.
c| The first time was in May. I drove to her house. Her husband was away.
c| I had the receipt in my pocket while I helped you look for it.
c| We were on the bridge. He dared me and I threw your bag in. I could have said no.
c| When the bill came I said that I'd paid it. I hadn't. They cut you off in the week of your exams.
c| Your medicine was in the fridge I unplugged. I had seen it there.
p| You felt that I only came for the food.
p| You had asked me twice to turn it down. You couldn't hear your mother on the phone.
p| You think that I would not have told you at all if Sam hadn't.
p| You said that what hurt was that I laughed too.
p| You were not angry about the money, you were angry that I lied.
o| I'll be at the school gate at ten past three, each Tuesday and Thursday.
o| When we get home I'll tell your mother myself that it was me.
o| I will never open your laptop without asking you first.
o| I'll drink water at your sister's.
o| If I feel like checking your phone I'll go out and walk to the bridge and back.
o| I'll stop at two games and then come up.
`)
