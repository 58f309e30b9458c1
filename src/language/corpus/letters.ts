import { lines } from "./gold.ts"

/** Longer texts, several sentences each, with and without faults; for tuning. */
export const letters = lines(`
a| Hi Ana. About yesterday. {minimising:I know you think it was a big thing}, but honestly I was {minimising:only having a laugh} with the lads. {conditional:If you felt small}, I'm sorry for that. {pressure:Hope we can leave it there}.
a| Dear all, {agentless:it has come to my attention that offence was taken} at Tuesday's remarks. {justification:They were made in jest}. I regret {feelings-shift:that some of you did not see the humour}.
a| Ben here. I read your letters. I shouldn't have. {blame-shift:But when you shut me out like that, what am I meant to do}? {vague:I'm sorry for whatever I've done wrong}.
a| I owe you an apology. I told Mel that you had failed the exam. You had told me in tears, and I passed it on within the hour. I did it to have something to say. I won't talk about you to Mel again, and I have told her why.
a| mum im sorry i lied about staying at Kais. {blame-shift:u never let me go anywhere} so {justification:i had no other way}. {overpromise:i wont lie to u ever again}
a| Look, I'm not proud of it. {agentless:Somewhere along the line the savings just went}. {justification:Money has been tight} and {blame-shift:it's not as though you were bringing any in}. {unspecific-promise:I'm going to get better with money}.
a| I want to say this plainly. On the 4th I let your son sit in the front without a belt because he asked and I wanted him to like me. You had told me never to. I'm sorry. I have told him that I was wrong and you were right.
a| I hear that people were hurt by the post. {justification:That was never what I was going for}. {conditional:If it landed badly with anyone}, I apologise, and {unspecific-promise:I will reflect and grow from this}.
a| sis. i wore ur dress n ripped it n then i put it back n said nothing. u found it 1hr before the wedding. im so sorry. im paying for it out of my wages on friday, already asked the shop how much
a| Sorry I wasn't at the airport. {justification:My phone was on silent and I'd been up since four}. {minimising:You got home all right in the end, didn't you}?
a| To the whole team: the figures in the May report were wrong because I changed them. Nobody asked me to. I did it on the Sunday, alone, so that my part would look finished. Lena presented them and took the blame for two weeks while I sat beside her.
a| {pressure:Surely by now you can see that I've suffered enough}. I said sorry on Friday and again on Saturday. {pressure:When is it going to be enough for you}?
a| I'm sorry I spoke over you. {justification:I get excited, that's all it was}.
a| I was wrong about the dates and I was rude when you corrected me. I am sorry for both. The rota is fixed; your name is off the 24th.
a| You were right and I was wrong. {overpromise:From this day on I am a new man}. {overpromise:You'll have no reason ever to doubt me}.
a| {minimising:Honestly it was about ten quid}. I'd have put it back before you noticed.
a| What I said about your weight was cruel. I said it to win. You went upstairs and did not eat that night, and I knew why and I watched television.
a| {vague:Sorry for being me}. {vague:Sorry for all the stuff}. You deserve someone better.
a| I'm sorry {feelings-shift:that you can't see how much I love you}.
a| {justification:When you're brought up the way I was, you don't learn to talk about things}.
a| I missed the deadline. {blame-shift:In fairness Karen hadn't sent her half either}. {agentless:The ball got dropped somewhere}.
a| {minimising:Let's keep it in proportion}: nobody lost any money.
a| Thank you for telling me. I had not understood that when I joke about your job in front of my parents you go home and apply for other ones. I'm sorry. I won't do it on Sunday, or after.
a| {pressure:It would mean the world to me if you could say we're all right}.
a| {conditional:Supposing I was a bit harsh}, then okay, sorry.
a| I am sorry I didn't ring. I promised I would and you kept the line free all evening. I had nothing more important to do. I forgot because I had stopped thinking of it as a promise.
a| Fine, I'm sorry. {pressure:Happy now}?
a| {feelings-shift:I can see how from your perspective it might have looked bad}, and I'm sorry about that.
a| {blame-shift:Maybe I'd have been more honest if every honest thing I said didn't start a war}.
a| {blame-shift:You've got to understand that living with you isn't easy}.
c| The trip to Leeds: I said it was for work. There was no work. I had met Iris online in February. We stayed two nights. I turned my phone off so that you could not reach me, and your father was taken ill on the second night.
c| {agentless:Messages were exchanged over several weeks}. {agentless:At some point it became physical}. {justification:Neither of us had planned it}.
c| {justification:We'd all had a few}. {blame-shift:Somebody suggested the pool}. {agentless:Clothes came off}. {minimising:That's the long and the short of it}.
c| I logged in with your password four times in October. The first time I wanted to know about the trip. The other three times I was just looking.
c| {agentless:The car was dented at some point on Saturday}. {minimising:You can barely see it}.
c| When the invoice came I changed the second number. I did this with a pen, at my desk, at about ten past five. I knew that you would sign it without looking, because you trusted me.
c| {blame-shift:Jo said nobody would find out}, so {justification:I figured it couldn't hurt}.
c| {justification:You have to see it in context}. {justification:We were on a break, more or less}.
c| He asked me for a reference and I wrote what I thought of you instead. It was one paragraph. He read it to the panel.
c| {vague:I did what I did}. {pressure:There's no sense going over it all again}.
c| i told every1 in form u still sleep w a light on. u told me that at 2am when u were upset. i said it cos they were all telling stories and i wanted 1
c| {minimising:ok so i took like 2 puffs}. {blame-shift:it wasnt even mine it was ryans}.
c| {agentless:It seems the wrong file was attached}. {agentless:As a result, some sensitive information became available to others}.
c| On the night of the 3rd I had three glasses of wine and drove Ella home. I told you that I had had one. She had told you three.
c| {justification:As a single parent I simply didn't have the bandwidth}.
c| I said yes to the job before I talked to you. I had eleven days in which I could have told you. I told my mother on the second.
c| {justification:It's not like I planned it}. {minimising:We kissed, end of}.
c| My account is short because the thing is short. I saw you fall and I filmed it. I sent it to nine people.
p| What you're telling me is that it wasn't the money, it was hearing me say on the phone that you'd never notice. You've been going over that sentence ever since.
p| You're saying you felt left out at the barbecue, {justification:although in my defence there were forty people there}.
p| {minimising:You're a bit down about the whole birthday thing}.
p| You waited at the school with your bag and everyone had gone. You thought something had happened to me. When I turned up I was singing.
p| You think I did it deliberately, {justification:which of course I didn't}.
p| You're angry because I told your news before you could. It was yours to tell.
p| so ur saying u were scared i would tell ur parents and u couldnt sleep all week
p| {pressure:I've listened, so can we please draw a line under it now}?
p| You said the apology I sent was like a form letter and that it made you feel like a customer.
p| You felt I'd humiliated you. {blame-shift:You did wind them up a bit though}.
p| As I understand it, you no longer feel able to leave me alone with your notes, and you had to start locking the drawer, which you hate.
p| You want me to hear that when I say "it just happened" you feel as if you were married to the weather.
o| When your mother visits in May I'll be home by six each evening, and I'll cook on the Wednesday.
o| {unspecific-promise:I'm going to be the dad you deserve}.
o| {unspecific-promise:I'll give us the attention we need}.
o| {overpromise:You won't ever hear a lie out of me again}.
o| {overpromise:Every word I say to you from here on in will be the truth}.
o| {unspecific-promise:I'm gonna get my head straight}.
o| {unspecific-promise:I will strive to be a more inclusive leader}.
o| {unspecific-promise:We'll spend more quality time together}.
o| If I gamble again, even one bet, I'll tell you within the day. My brother holds the cards from now until Christmas.
o| {overpromise:I'll make sure nobody ever hurts you again}.
o| {unspecific-promise:From now on I'll have your back}.
o| I'll read the whole thread before I reply, and if I'm cross I'll leave it till morning.
o| {overpromise:Consider it done, I never break a promise}.
o| {unspecific-promise:I'll be on my best behaviour}.
o| {unspecific-promise:I'll lay off the drink}.
o| I'll have no more than two beers when we're out with your sister, and I'll drive home or pay for the cab.
o| {unspecific-promise:I'll stop being such a mess}.
o| ill give ur hoodie back 2moro at break. washed
o| {unspecific-promise:ill be less of a pain}
o| {overpromise:ill literally do ur homework for the rest of the year}
o| I won't bring up your ex. If I do, say the word and I'll leave the room for the evening.
o| I'll email the minutes to both of you within a day of each meeting, until we agree otherwise.
o| {unspecific-promise:I'll keep you in the loop more}.
o| {unspecific-promise:I will try to be more mindful of how I speak}.
`)
