import { lines } from "./gold.ts"

/** Where blame, excuses and belittling hide, and sentences about the other person that only look like it. */
export const voicesBlame = lines(`
a| I went through your bag because {blame-shift:you had been lying to me for weeks}.
a| {blame-shift:You started shouting first}.
a| I'm sorry I slammed the door, but {blame-shift:you wouldn't drop it}.
a| {blame-shift:If you were a better listener}, I'd have told you.
a| {blame-shift:You forced my hand}.
a| I only slept with her because {blame-shift:you had gone cold on me}.
a| {blame-shift:Your attitude is what caused all this}.
a| {blame-shift:You never gave me a chance to explain}.
a| It happened because {blame-shift:you don't trust me}.
a| {blame-shift:My boss made me sign it}.
a| {blame-shift:It was the kids who let the dog out}.
a| Sorry I was short with you, but {blame-shift:you can be hard work}.
a| {blame-shift:You know I hate being rushed}, so of course I snapped.
a| {blame-shift:You should've reminded me}.
a| {blame-shift:I wouldn't have to lie if you didn't get so angry}.
a| {blame-shift:She was the one who started texting me}.
a| {blame-shift:We're both at fault here}.
a| {blame-shift:You drove me away with your moods}.
a| i said it cos {blame-shift:u wouldnt stop going on}
a| {blame-shift:ur mates wound me up}
a| {blame-shift:tbf u did kinda ask for it}
a| I was late, {blame-shift:but then you're always late too}.
a| {blame-shift:The bank messed up the payment}, not me.
a| {blame-shift:The new system is to blame}.
a| {blame-shift:No one told me the meeting had moved}.
a| {blame-shift:You pushed every button I have}.
a| {blame-shift:If my sister hadn't opened her mouth}, you would never have known.
a| I shouted because {blame-shift:you called me a liar}.
a| I'm sorry, although {blame-shift:you did provoke me}.
a| {blame-shift:You left your phone lying about}, so I looked.
a| {justification:I was just so stressed about money}.
a| {justification:I'd just lost my job}.
a| {justification:I was only following the rules}.
a| {justification:I had to get to work}.
a| {justification:I did what any father would do}.
a| {justification:I was in a hurry}.
a| {justification:I've been really busy}.
a| {justification:I didn't realise it would upset you}.
a| {justification:I had good reasons at the time}.
a| {justification:I wasn't feeling well}.
a| {justification:I was doing it for your own good}.
a| {justification:My phone was out of charge}.
a| {justification:I'm bad with dates}.
a| {justification:I just couldn't stop myself}.
a| {justification:It was the alcohol}.
a| {justification:i had a lot on my mind ok}
a| {justification:I thought I was helping}.
a| {justification:It's just my sense of humour}.
a| {minimising:It was a harmless little flirt}.
a| {minimising:It's not as bad as it looks}.
a| {minimising:It was only a few messages}.
a| {minimising:It's in the past now, and nobody died}.
a| {minimising:I just had a peek}.
a| {minimising:You're making it sound worse than it was}.
a| {minimising:I was a bit sharp, that's all}.
a| {minimising:It meant nothing to me}.
a| {minimising:There's really no harm done}.
a| {minimising:it was 1 joke chill}
a| {minimising:It was a slip of the tongue}.
a| {minimising:You're being a little dramatic}.
a| You had been ill for weeks and I had not once asked.
a| You started to tell me about it and I looked at my watch.
a| You left me a note, and I threw it away unread.
a| You told me that you were leaving on Friday. I hid your passport.
a| You called me to say that he had died, and I did not pick up.
a| You gave me a chance to explain, and I lied again.
a| You never shouted. I took that for not caring.
a| You could not come in because I had changed the lock.
a| If you had not rung the school, I would still be lying to you. Thank you.
a| You pushed for the truth, and you were right to.
a| You were tired, and I gave you one more thing to carry.
a| My boss asked me who had been in the office. I gave your name.
a| She asked me to stop writing. I wrote four more times.
a| They told me at noon. I told you at midnight.
a| I had to choose, and I chose wrong.
a| I was in a hurry to be admired.
a| I was busy with a game on my phone while you were falling.
a| I thought of you as a fool, and I talked of you as one.
a| I was the one who wanted the flat. I told them that it was you.
a| It was a long way to the station, and I let you walk it.
a| I had a look at your letters. I had no right to.
a| A few messages were enough to spoil it, and I wrote them.
a| You said that it was only money. It was your mother's money.
a| You said I had changed. I had.
a| Your brother asked me straight out. I said that you'd made it up.
a| I know that you hate being rushed. I rushed you.
a| It hurt because you trusted me. I know that.
a| I did not ask you, because you would have said no.
a| Your phone was on the table, and I picked it up and read it.
a| The children let it slip. I had asked them to lie for me.
`)
