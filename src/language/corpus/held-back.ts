import { lines } from "./gold.ts"

/**
 * Kept back: no rule was written or changed in the light of what it does with these lines. Only the totals are looked at. Whoever tunes a
 * rule on one of them moves that line to the other files and writes a new one.
 */
export const heldBack = lines(`
a| I do feel sorry {conditional:if my absence made things harder for you}.
a| Apologies {conditional:if you were expecting a call}.
a| {conditional:If any of what I wrote felt unkind}, I take it back and apologise.
a| I'm sorry {conditional:for whatever pain I could have caused}.
a| sorry {conditional:if i hurt ur feelings bestie}
a| I wish to apologise {conditional:to those who may feel misled}.
a| {conditional:In the event that my decision affected you}, I regret it.
a| {conditional:Perhaps I hurt you without noticing}, in which case I'm sorry.
a| I am sorry {conditional:if I did not explain it well enough}.
a| I'm sorry {feelings-shift:it bothered you so much}.
a| I'm sorry {feelings-shift:you're struggling with this}.
a| I hate {feelings-shift:that you feel betrayed}.
a| sorry {feelings-shift:u dont trust me}
a| I'm sorry {feelings-shift:that you believe I lied}.
a| We are sorry {feelings-shift:to learn that you were dissatisfied}.
a| I'm sorry {feelings-shift:you misheard me}.
a| I am sorry {feelings-shift:for the impression you got}.
a| I'm sorry {feelings-shift:that you don't feel appreciated}.
a| I regret {feelings-shift:that my joke wasn't understood}.
a| I was cold to you, {blame-shift:but you'd been cold first}.
a| {blame-shift:You wouldn't listen}, so I stopped telling you things.
a| {blame-shift:If only you'd trusted me}, I would not have hidden it.
a| I yelled because {blame-shift:you wouldn't stop talking}.
a| {blame-shift:You bring out the worst in me}.
a| {blame-shift:My boss forced me to} keep it quiet.
a| {blame-shift:It's partly down to you}.
a| {blame-shift:You put me in an impossible position}.
a| {blame-shift:ur always on at me} so i lied
a| {blame-shift:it was her idea not mine}
a| I'm sorry, {blame-shift:but you provoked me}.
a| {blame-shift:You shouldn't have gone through my things}.
a| {blame-shift:There are two sides to this}, and you played your part.
a| {justification:I was trying to spare your feelings}.
a| {justification:I didn't realise it would hurt you}.
a| {justification:I'd had a terrible week}.
a| {justification:I was completely overwhelmed}.
a| {justification:I never set out to deceive you}.
a| {justification:I was still grieving}, you have to understand.
a| {justification:It wasn't on purpose}.
a| {justification:i was just having a bad day}
a| {justification:my head was all over the place}
a| {justification:I had my back against the wall}.
a| I'm sorry I missed it, {justification:but my phone died}.
a| {justification:Most people would have lied}.
a| {justification:I simply forgot}.
a| {justification:I only wanted you to be happy}.
c| {justification:The pressure from above was enormous}.
c| {justification:I had been working eighty hours a week}.
c| {justification:It seemed like the right thing at the time}.
a| {minimising:It was nothing serious}.
a| {minimising:It was one stupid night}.
a| {minimising:It's not worth fighting about}.
a| {minimising:You're too emotional about it}.
a| {minimising:There was no real damage}.
a| {minimising:calm down it was a prank}
a| {minimising:It was a small fib}.
a| {minimising:I might have exaggerated a tad}.
a| {minimising:We were only talking}.
a| {minimising:It was barely anything}.
a| {minimising:It's not like I stole it}.
c| {minimising:It was a trivial sum}.
c| {minimising:I was only ten minutes late}.
c| {minimising:It was an innocent mistake}.
c| {agentless:The confidence was broken}.
c| {agentless:Your name was left off the invitation}.
c| {agentless:Somehow it all went wrong}.
c| {agentless:There was an error of judgement}.
c| {agentless:The message never got sent}.
c| {agentless:Certain facts were left out}.
c| {agentless:The photo got shared}.
c| {agentless:Promises have been broken}.
c| {agentless:Your complaint was overlooked}.
c| {agentless:Wrong choices were made}.
c| {agentless:It came out wrong}.
a| {agentless:Harm was done}.
a| {agentless:mistakes have been made lol}
a| Sorry {vague:for last weekend}.
a| I'm sorry {vague:for being difficult}.
a| I apologise {vague:for my recent conduct}.
a| sorry {vague:4 everythin}
a| I am sorry {vague:for the trouble}.
a| I'm sorry {vague:about how things turned out}.
a| {vague:I got it wrong}.
a| {vague:I've been a bad friend}.
a| Sorry {vague:for whatever it was}.
a| I'm sorry {vague:for letting everyone down}.
a| {pressure:I hope you'll find it in your heart to forgive me}.
a| {pressure:Can't we just go back to how things were}?
a| {pressure:pls jus talk to me}
a| {pressure:Stop punishing me}.
a| {pressure:I think it's time you moved on}.
a| {pressure:I need to know where I stand by Friday}.
a| {pressure:Please don't make this harder than it is}.
a| {pressure:how many times do i have to say sorry}
a| {pressure:We can't keep going over this}.
a| {pressure:Let bygones be bygones}.
a| {pressure:You said you'd forgive me}.
a| {overpromise:I will never let you down again}.
a| {overpromise:I'd walk through fire for you}.
a| {overpromise:ill be there 4 u always no matter wat}
a| {overpromise:I promise it will never, ever happen again}.
a| {overpromise:Ask me for anything and I will do it}.
o| {overpromise:I will tell you the truth every time, without exception, for ever}.
o| {overpromise:I swear I'll never gamble again}.
o| {overpromise:I'm going to make all of this right}.
o| {overpromise:I promise that you'll never be alone again}.
o| {overpromise:There will be no more secrets}.
o| {unspecific-promise:I'll be more thoughtful}.
o| {unspecific-promise:I will do my part}.
o| {unspecific-promise:I'm going to be a better listener}.
o| {unspecific-promise:I'll work on my communication}.
o| {unspecific-promise:I will put in more effort at home}.
o| {unspecific-promise:I'll be a better dad to them}.
o| {unspecific-promise:I will regain your confidence}.
o| {unspecific-promise:I'll take our friendship more seriously}.
o| {unspecific-promise:I'll be open with you}.
o| {unspecific-promise:we will get better at this}
p| I know you're hurt, {justification:but that wasn't my intention}.
p| {minimising:You were a little upset}, that's all.
p| You felt hurt {blame-shift:even though you did the same to me}.
a| I went to the bank on Friday and took out what was left. You found out at the till.
a| I told Lena that you were pregnant before you had told your own mother.
a| You asked me to keep it between us. I told two people that evening.
a| I will not tell you how busy I was. I had time to write to him.
a| My boss did not make me. I offered.
a| I don't want you to hear an “if” in this.
a| If you would rather not see me at the funeral, I will sit at the back and leave early.
a| I am sorry that I mocked you for crying.
a| I said I was only joking. I wasn't, and you knew.
a| I told you to calm down. You were calm.
a| I'm sorry I let you think the baby had woken by itself. I had slammed the door.
a| i ghosted u for 2 weeks after ur dad died. i had no excuse then n i dont now
a| i shared ur pic in the gc. deleted it after like 5 mins but ppl had seen. im sorry
a| lied to u about the concert. i went w sam. u waited at home 4 me
a| You can be as angry as you need to be.
a| I know that sorry does not mend the fence. I have asked a man to come on Tuesday.
a| I promised to be at the hospital and I fell asleep on the sofa. You gave birth with your mother beside you and not me.
a| You had every reason to trust me, and I used that.
a| I took the credit in front of the board. Your name was on none of the slides because I had taken it off.
a| We lost your application. I had put it in the wrong tray and did not look again for a month.
a| It was not the drink. I had thought of it sober.
a| Nobody died, I said to you then. I am ashamed of that sentence.
a| I keep wanting to explain. I will stop there.
a| I am sorry I kissed your boyfriend at the lake.
a| I should have asked you before I spoke to your doctor.
a| You told me you were sorry, and you had nothing to be sorry for.
a| I made you repeat it three times before I believed you.
a| Just so that you know: I have told Ben's parents that it was my doing.
a| I'm not writing so that you feel better about me.
a| I am sorry for reading the letter and for lying about it when you asked.
c| I saw that the door was open and I went in. I read four pages.
c| I had been told not to touch the account. I moved six hundred pounds on the Tuesday.
c| He asked if anyone had a better idea, and I presented yours.
c| I took the pills from your cabinet. I had been doing so since the summer.
c| You rang at ten, at eleven and at midnight. I saw each call.
c| I was tired of lying by then, but I went on for another month.
c| At first I wrote to him about work. From May I wrote about us.
c| I was afraid of your father, and I let you face him alone.
c| When you asked about the lipstick I said it was my sister's.
c| i copied ur homework and said u copied mine. u got the detention
c| I wanted them to like me, so I told them what you had told me.
c| I said the dog got out by himself. I had left the gate open.
c| I didn't ask, because I knew what you would say.
c| I gave Jon the code to the alarm. I did not think about you at all.
c| She said no and I rang again. I rang eleven times.
c| It was my third time there, not my first.
c| If I had stopped to think, I would have seen that you were next in line.
c| I called it a white lie at the time. It cost you the flat.
c| I put the blame on the new girl because she could not answer back.
c| We agreed to tell each other. I did not tell you.
c| They were laughing, and I laughed with them, and then I did your voice.
c| The first payment was on 4 June; I signed for it.
c| You were not supposed to find it. I had hidden it in the piano.
c| I had the chance on Sunday, when you asked how my week was.
c| The reason I gave you was false. The reason was that I was jealous of you.
p| You wanted an answer and I gave you a lecture.
p| It sounds as if the silence was worse for you than the shouting.
p| You said that you feel like a guest in your own house when my mother is here.
p| You felt small when I corrected you in front of the guests.
p| What you need from me is the truth about the money, all of it, at once.
p| You said I always have an excuse ready, and that you are tired of hearing them.
p| You are not sure that you want to go on, and you do not want to be hurried.
p| Because of me you had to tell your son that there would be no trip.
p| u said u felt like a joke to me and that nobody stood up for u
p| If I understood you, it was not about the cup at all. It was about being laughed at.
p| You told me that “sorry if” makes you want to scream.
p| You were worried all night, and then I came in and joked about it.
p| You said it happened again last week, and that you said nothing because there is no point.
p| You feel that you have to be careful around me.
p| You believed that I would come. You kept a seat free.
p| You think that we are both to blame for the silence, but not for the lie.
p| It made you doubt your own memory.
p| You asked for one evening a week and got none.
o| I will be at your door at eight on Saturday with the ladder.
o| I'll ask you before I post a picture of you.
o| If the bus is late I will ring you from the stop.
o| I will read one chapter with him each night, Monday to Thursday.
o| I will not go to Nico's while you are away.
o| i will tell u if he texts me again, same day
o| I'll keep the receipts in the tin, and you can look when you want.
o| When we disagree in a meeting, I'll tell you afterwards and not the others.
o| I will write to the head teacher by Wednesday and say that I copied.
o| I'll wear the hearing aid when we eat together.
o| On the days when I cannot face it, I will say so by noon.
o| I will always lock the gate behind me, and check it before bed.
o| I will never give anyone your number without asking you.
o| I'll stop at two drinks on Friday, and leave by eleven.
o| I will send the corrected invoice on Monday morning.
o| I'll put fifty pounds in the jar on the first of each month.
o| I will call Dad myself. You don't need to be there.
o| I'm going to leave my phone in the car when I come to yours.
o| I will not comment on what you eat.
o| If I notice that I want to lie, I'll ask for ten minutes before I answer.
`)
