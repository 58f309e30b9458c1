import { lines } from "./gold.ts"

/** A third round in all voices, to choose by: how much of the book a phone should carry. */
export const voicesThird = lines(`
a| I'm sorry {conditional:if I was insensitive}.
a| We apologise {conditional:if this caused you any upset}.
a| Sorry {conditional:if I sounded short on the phone}.
a| {conditional:If I did offend you}, I take it back and I'm sorry.
a| I'm sorry {conditional:for any worry I might have caused your mum}.
a| sorry {conditional:if i was a bit much last night}
a| I'm sorry {feelings-shift:you feel I let you down}.
a| I'm sorry {feelings-shift:you were upset by my comment}.
a| I regret {feelings-shift:that you saw it as an insult}.
a| I'm sorry {feelings-shift:that it made you uncomfortable}.
a| sorry {feelings-shift:ur upset w me}
a| We're sorry {feelings-shift:you weren't happy with the service}.
a| {blame-shift:You made me so jealous} that I checked your phone.
a| I lied, {blame-shift:but you'd have gone crazy}.
a| {blame-shift:If you had just told me the truth}, I wouldn't have snooped.
a| I forgot because {blame-shift:you didn't remind me}.
a| {blame-shift:You're as much to blame as I am}.
a| {blame-shift:You should have locked your diary away}.
a| {blame-shift:My friends talked me into it}.
a| {blame-shift:Your constant nagging drove me out of the house}.
a| {blame-shift:It's Mum's fault for telling me}.
a| I never meant it, but {blame-shift:you kept pushing}.
a| {justification:I was under a lot of stress at work}.
a| {justification:I didn't mean to hurt you}.
a| {justification:I was drunk and didn't know what I was doing}.
a| {justification:I was only trying to protect you}.
a| {justification:Anyone would have done the same in my place}.
a| {justification:I had no other option}.
a| {justification:That's just the way I am}.
a| {justification:It was a spur of the moment thing}.
a| {justification:My mind was elsewhere}.
a| {justification:I was going through a rough patch}.
a| {justification:You've got to understand the pressure I was under}.
a| i wasnt thinking, {justification:i was so tired}
a| {minimising:It was just a misunderstanding}.
a| {minimising:It's not a big deal}.
a| {minimising:It only happened the once}.
a| {minimising:You're blowing it out of all proportion}.
a| {minimising:It was only a couple of drinks}.
a| {minimising:Nobody got hurt}.
a| {minimising:I was just messing with you}.
a| {minimising:It was a little fib}.
a| {minimising:It's hardly worth mentioning}.
a| {agentless:Mistakes were made on our side}.
a| {agentless:Your letter was mislaid}.
a| {agentless:Your privacy was not respected}.
a| {agentless:The secret came out}.
a| {agentless:Things were said in the heat of it}.
a| {agentless:The money has been spent}.
a| {agentless:it all just got out of hand}
a| I'm sorry {vague:for everything that happened}.
a| I'm sorry {vague:for what I did to you}.
a| I apologise {vague:for my behaviour last week}.
a| sorry {vague:for being a rubbish friend lately}
a| {vague:I made some bad choices}.
a| {vague:I know I messed up}.
a| {pressure:Please can you forgive me}?
a| {pressure:Can't we just get past this}?
a| {pressure:I've said I'm sorry, what more do you want}?
a| {pressure:You have to give me another chance}.
a| {pressure:Please text me back tonight}.
a| {pressure:It's time to move on}.
a| {overpromise:I promise it will never happen again}.
a| {overpromise:I'll do anything to make it up to you}.
a| {overpromise:I will always be honest with you from now on}.
a| {overpromise:I swear on my mum's life}.
a| I {unspecific-promise:will try to do better}.
a| I {unspecific-promise:promise I'll change}.
a| We {unspecific-promise:will make sure to improve our service}.
o| {unspecific-promise:I'll be a more caring friend}.
o| {unspecific-promise:I'll try to listen more}.
o| {overpromise:I'll never hurt you ever again}.
o| {unspecific-promise:I'll make an effort to be nicer}.
p| You felt ignored, {justification:but I was busy that day}.
p| {minimising:You got a bit upset about the joke}.
a| I pushed in front of you at the interview and used your idea.
a| I said that you had drunk too much. You had driven us all home sober.
a| You asked for the receipt three times, and three times I said it was in the post.
a| I had your passport the whole time.
a| When your mother asked, I said that you were too busy to come.
a| I laughed when the others did your walk.
a| I'm sorry I called it a phase.
a| The lock was broken because I had broken it.
a| If anybody asks, I will tell them that you were right.
a| I'll bring the ladder back on Saturday morning, cleaned.
a| You had to learn it from the radio.
a| I kept the tips that were meant for you.
a| I didn't check the mirror. You were on the bike.
a| The shop was shut when we got there, because I had slept in.
a| You were the only one I didn't ring.
a| I am sorry that I used your password. I have told IT, and you can set a new one today.
a| The fault is with me and not with the trainee who pressed the button.
a| u asked me straight n i lied straight back
a| they wanted me to say it n i said it. nobody had a gun to my head
a| I told them what you weigh.
a| My father did it to me, and that does not make it right that I did it to you.
a| There were two of us in the car. I was the one driving.
a| I have nothing to say in my defence.
a| Nothing happened to the house. Everything happened to you.
c| At nine I rang the office and said that I was ill. At ten I was on the beach.
c| I was the treasurer. For three years I paid my rent out of the box.
c| She was crying, and I went on filming.
c| I had promised to watch him. I was on the phone for twenty minutes. He got as far as the road.
p| You were waiting for me to say it first.
p| You told me that the jokes about your mother were never funny to you.
o| I'll write the report myself and send it to you by Wednesday noon.
o| When it's my turn with the children, I'll have them ready at the door at five.
`)
