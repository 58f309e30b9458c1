import { lines } from "./gold.ts"

/** Whole letters in all voices, gone through for faults and for the eight parts. */
export const voicesLetters = lines(`
a:nri?t| Dear Ruth, I gave your number to my cousin. He has been ringing you at night and you had to change it. I am sorry.
a:nrtio| Hello Marek. On Saturday I backed into your wall and drove off. It was me, and it was cowardly to leave. You came out to a heap of bricks. I'm sorry. I've asked Patel's to rebuild it, at my cost, on whatever day suits you.
a:r?t| I'm sorry {vague:for the other night}. {justification:I'd had a lot to drink}. {pressure:Can we just forget it}?
a:nrc?t| I promised to feed the cat and I forgot for two days. Sorry. There's a note on my door now, and Jen checks at six.
a:nrt?e| im sorry i told ur mum about the vape. it wasnt mine to tell. i wanted her to think i was the good one
a:ntl?e| I told the panel that you were hard to work with. It was not true; I wanted the post. There is no excuse for that. You need never speak to me.
a:?r| I'm sorry {conditional:if anything I did made things hard for you}. {minimising:It was never a big thing for me}.
a:nr?ti| Sorry I laughed at your accent on the call. You went quiet and didn't speak again, and I noticed and carried on.
a:nrtco| We put the wrong name on your husband's headstone. It was our error and ours alone. We are deeply sorry. A new stone is being cut and will stand by the 14th. Two people now read each inscription before cutting.
a:| {agentless:An error occurred}. {conditional:We apologise for any inconvenience}. {unspecific-promise:We will strive to do better}.
a:nri?t| You lent me your grandmother's earrings and I lost one in the sea. I did not tell you for a month. You looked for them in every drawer. I'm sorry.
a:nrl?t| I'm sorry I missed your op. You don't have to let me visit.
a:nt?e| I left the meeting before you spoke. I did it so that they would see me leave. That was a dirty trick.
a:rt| I was wrong. I'm sorry. I don't know what got into me.
a:nre?ti| I'm sorry I read your diary. I was afraid that you were leaving me. That doesn't give me the right. You've not written in it since.
a:nr?tl| I broke up with you by text. I'm sorry. I don't expect you to answer this.
a:nrtc| I hit the wall next to your head. It's my doing, nobody else's. I'm sorry. I start the Thursday course next week and I've moved to my brother's until it is done.
a:nroi?t| Sorry I sold the bike before asking you. You'd saved for it. I have the name of the man who bought it and I'll offer him double.
a:n?t| I said yes and I meant no, and I let you plan it all.
a:nr?ti| i told evry1 u wet the bed at camp. sorry. i heard them say it at u on the bus n i kno thats cos of me
a:r?t| i feel terrible about it all. {pressure:please just talk to me}
a:nt?r| I borrowed two hundred pounds from you and told you the bank had lost it. That was a lie, and it was theft.
a:nrio?t| I'm sorry that I painted over your mural. You spent a summer on it and the children had signed it. If you'd like to do another one, the wall is yours and I'll pay for the paint.
a:ntil?r| I called you a bad mother in front of your children. I had no right. They heard me and Ella asked you if it was true. You owe me no reply.
a:nr?tc| I'm sorry I shouted across the ward. From tomorrow I'll raise things with you in the office, with the door shut.
a:nre?t| Sorry I ghosted you. I didn't know how to say that I'd met someone, so I said nothing.
c:ni?t| I took the dog to be put down on the Monday. You were coming back on the Wednesday to say goodbye.
c:nt| I opened the second account in my sister's name. I knew what it would look like and I did it for that reason.
c:nte| I told them that you had a key. I was scared they'd think it was me. It was me.
c:n?t| i put ur trainers in the bin at the station. i said it was tom
c:nri?t| I cancelled your mother's room by mistake and then I pretended that she had never booked. She slept in a chair. I am sorry.
c:?t| {agentless:The fund was used for other purposes}. {justification:We had no alternative}.
c:n?te| I lied about the test because I wanted to go to the party.
c:ne?t| I wrote to your ex. I hoped he would tell me what you had told him.
p:i| You waited up, and when I came in singing you felt like a fool.
p:i| What I did with the money means you can't take the job in Cork, and you've wanted it since school.
p:| You think I should move out.
p:i| You said the worst of it was hearing it from a child.
p:i| so basically u feel like u cant tell me stuff anymore
p:i| You no longer want to come to Sunday lunch, because each time somebody brings it up and I say nothing.
o:c| I will not be alone with the accounts: from the first of May Lena signs each payment with me.
o:c| When you say "stop", I'll stop and leave the room.
o:c| i wont go thru ur bag. if im worried ill ask u
o:| I {unspecific-promise:will do everything better}.
o:c| I'll drive you to the clinic every second Tuesday until the cast is off.
o:| {unspecific-promise:I'm going to be a good dad from now on}.
o:c| Before I lend anything of yours I will ring you.
o:c| I'll bring the children back at six, and if there's traffic I'll ring from the road.
`)
