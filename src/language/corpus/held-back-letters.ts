import { lines } from "./gold.ts"

/**
 * Kept back as well, written before the second round of tuning and in other voices. With the parts each letter says, where it is a whole
 * one (see gold.ts). Only the totals are looked at; by them, once, the wide book of rules was chosen over two smaller ones.
 */
export const heldBackLetters = lines(`
a| Apologies {conditional:if the way I put it in the meeting rubbed anyone up the wrong way}.
a| {conditional:Assuming I did forget}, then of course I'm sorry.
a| I'm sorry {conditional:if you think I was out of order}.
a| {conditional:If what happened at Christmas caused you pain}, I regret that.
a| I'm sorry, {conditional:if that helps}.
a| soz {conditional:if im annoying u}
a| I'm sorry {feelings-shift:you've been left feeling this way}.
a| It's a shame {feelings-shift:you've chosen to see it like that}, and I'm sorry.
a| sorry {feelings-shift:u cant take it}
a| I am sorry {feelings-shift:that my tone was perceived as aggressive}.
a| I'm sorry {feelings-shift:my joke upset you so much}.
a| I only looked at your phone because {blame-shift:you'd been acting strange for weeks}.
a| {blame-shift:Had you told me it was a secret}, I wouldn't have said a word.
a| Yes, I shouted. {blame-shift:You'd have shouted too if you lived with you}.
a| {blame-shift:Your mum was the one who brought it up}, not me.
a| {blame-shift:If accounts had sent the figures on time}, we would not be here.
a| i wouldnt of told her {blame-shift:if u hadnt of been so cold 2 me}
a| {blame-shift:Jordan dared me} so i sent it
a| {justification:I'd had no sleep for three nights}.
a| {justification:I was trying to keep the family together}.
a| {justification:We were short-staffed that week}, so your order was not checked.
a| {justification:I never thought it would go that far}.
a| {justification:In those days nobody talked about such things}.
a| {justification:my head was all over the place}
a| I'm sorry, but {justification:what was I supposed to say with everyone looking at me}?
a| {justification:My intentions were always good}.
a| {minimising:It was one night}, and it will not come up again.
a| {minimising:All I did was look at it}.
a| {minimising:It's hardly the crime of the century}.
a| {minimising:bit of banter thats all}
a| {minimising:I don't see why you're making such a song and dance of it}.
a| It was wrong, {minimising:but worse things happen at sea}.
a| {minimising:There was no lasting damage}.
a| {agentless:Words were exchanged that should not have been}.
a| {agentless:Your complaint was not dealt with as it ought to have been}.
a| {agentless:Somehow the story got around}.
a| {agentless:There has been a failure of communication}.
a| {agentless:the vase ended up broken}
a| Sorry {vague:for all of that the other day}.
a| I apologise {vague:for how I've been lately}.
a| {vague:I know I've not been the easiest person}.
a| {vague:I did wrong by you} and I'm sorry.
a| {vague:i did something really stupid}
a| I said I'm sorry, {pressure:so can we leave it now}?
a| {pressure:You can't keep punishing me like this}.
a| {pressure:The least you could do is answer}.
a| {pressure:I hope you will find it in yourself to forgive me}.
a| {pressure:just say were ok}
a| {pressure:Please don't let this come between us}.
a| {overpromise:You have my word that nothing like this will ever occur again}.
a| {overpromise:I'll spend the rest of my days making this up to you}.
a| {overpromise:I'd do anything to get you back}.
a| {overpromise:i swear on my nans grave}
a| I'm going to {unspecific-promise:be a much better listener}.
a| {unspecific-promise:Things are going to be different around here}.
c| {agentless:The money was moved between accounts}. {justification:I needed it short term}.
c| {blame-shift:She came on to me}, and {minimising:we only kissed}.
c| {justification:Anyone would have looked}.
c| {agentless:One thing led to another} and we ended up at his.
c| {vague:Things were said and done} that I am not proud of.
c| i copied it yeah. {minimising:it was like 2 questions}. {blame-shift:leo left his paper right there}
p| You felt I didn't care, {justification:but I honestly had no idea}.
p| You say I humiliated you, {minimising:though I think you're being a bit sensitive}.
p| You're hurt. {pressure:So can we move on from here}?
p| {blame-shift:You were upset, but you did start it}.
o| {unspecific-promise:I'll make more of an effort with your family}.
o| {overpromise:I will never, ever let you down again}.
o| {unspecific-promise:I'm going to work on my temper}.
o| {overpromise:I will always put you first, no matter what}.
o| {unspecific-promise:ill be there 4 u more}
o| {unspecific-promise:We will communicate more openly going forward}.
o| {unspecific-promise:I'll do right by you}.
o| {overpromise:From now on there will be no secrets between us, ever}.
o| I'll put my phone in the hall at eight and it stays there till breakfast.
o| If the train is late I'll ring from the platform.
o| I won't open your post. If something comes for both of us, I'll leave it on the table.
o| I will send you the draft by noon each Thursday, finished or not.
o| ill walk u to the bus every tues n thurs til exams r over
c| I told my sister that you had been sacked. You had been made redundant, and I knew the difference.
c| On the Friday I drove past the hospital twice and did not go in. I told you that visiting was over.
c| I put my name on the grant. Dr Osei wrote it. I moved her to the thanks at the end.
c| i let u think it was jess who told. it was me. i watched u shout at her
c| We had the complaint on the second of May and we read it on the nineteenth of June.
p| You came home to an empty house and found out from the neighbour. It felt like being left twice.
p| You're saying it isn't the lateness, it's that I never ring, and you sit there thinking there's been a crash.
p| What I hear is that you trusted me with the diagnosis and I made it into a story for the table.
a| You asked me whether I was sorry if it hurt you or sorry that I was found out. Both, and the first one more.
a| If I had asked you once, you would have told me. I never asked.
a| I was tired that night, and I was tired every night that month, and only you got shouted at.
a| I'm sorry. If you'd rather I stayed away on Sunday, tell your brother and I'll stay away.
a| You never once raised your voice. I did.
a| My mother told me to apologise. I would have taken another week without her, and I am ashamed of that.
a| The roof leaked because I had cancelled the builder. I told you that he had cancelled us.
a| It was only a joke to me because I was not the one they laughed at.
a| There is nothing you did or did not do that made me gamble.
a| I was your manager and I let them mock your accent. I laughed. I had every chance to stop it.
a| we broke ur bike n hid it behind the shed. me and tom. it was my idea not his
a| I always said that I would never be like him. On Sunday I was.
a:ntrico| Dear Priya, on Monday I presented your slides to the board as mine. You were in the room and had to clap. It was theft and I knew it. I am sorry. I have written to the board this morning with your name on every page, copied to you. I would like to put your name in the annual report too, if that helps.
a:nrtl| Dad, I sold Grandad's watch. I told you I had lost it. I'm so sorry. It was mine to keep safe and I had no right to sell it. You don't need to say anything about it at Easter, or ever.
a:nric| Hi Mo, I forgot to pick up Yusuf from football on Thursday. He stood in the rain for fifty minutes and you had to leave your shift. I'm sorry. I've set two alarms for Thursdays now.
a:r?t| I'm really sorry. {vague:I messed everything up}. {pressure:Please say you forgive me}.
a:nrte| I told Ines you weren't coming because I wanted her to myself. It was sly. That's on me and nobody else. I'm sorry.
a:nil?t| I read your messages while you slept. You said you feel watched in your own house now. I am not asking for anything back.
a:nro?tc| We sent you the wrong tablets on 4 June. We are sorry. We will collect them tomorrow and refund what you paid.
a:| {agentless:It has been brought to my attention that feelings were hurt}. I regret {feelings-shift:that it was taken that way}.
a:nrti| i posted that pic of u crying. u couldnt come to school for 2 days bc of it. i shouldnt of and im sorry
a:ncl| I shouted at you in the car park. From now on, when I feel it coming, I'll get out and walk round the block. Take as long as you like before you get in a car with me again.
a:tr?i| I was wrong and I'm sorry. {vague:You know what I did}.
a:nirol| Dear Mrs Lang, I gave your spare key to my nephew without asking you. You came home and found a stranger in the kitchen and were badly frightened. I am very sorry. I would like to pay for the new lock. You are under no obligation to reply.
c:nte| I took the blame off myself and put it on Sam. I did it because I was scared for my job. Sam had a job too. There is no excuse for it.
c:nri| I missed her funeral. I was in Leeds, watching football. You carried the coffin one man short. I am ashamed of it.
c:n?t| I opened the parcel, tried it on, and taped it up again.
p:i| You were frightened when I drove like that, and you'd told me to stop twice.
p:| So you want to talk about the car.
p:i| What you're saying is it cost you the only evening you had with her.
o:c| I'll hand my card to Bea on payday and ask her for cash on Saturdays.
o:| {unspecific-promise:I'm going to try to be more present}.
o:c| ill tell u straight away if he texts me, n show u
`)
