import { lines } from "./gold.ts"

/** Marked by hand: people who write English as their second or third language, formal letters, older writers, Americans, Irish and Scots. */
export const voicesAbroad = lines(`
a| I am sorry {conditional:if I did make you angry with my words}.
a| I ask excuse {conditional:if I was not correct with you}.
a| {conditional:Should I have given offence}, I beg your pardon.
a| I'm sorry, y'all, {conditional:if I stepped on any toes}.
a| {conditional:If ever I wronged you}, I am sorry for it.
a| {conditional:In case I have disturbed}, I apologise.
a| I'm awful sorry {conditional:if I put you out at all}.
a| Please excuse me {conditional:if something I said was not polite}.
a| I am sorry {feelings-shift:that you have understood me wrong}.
a| I feel sorry {feelings-shift:that you became sad}.
a| I regret {feelings-shift:that you are of the opinion that I was rude}.
a| I'm sorry {feelings-shift:you folks didn't care for my remarks}.
a| I am sorry {feelings-shift:that it did not please you}.
a| It pains me {feelings-shift:that you should think so badly of me}, and I'm sorry.
a| I'm sorry {feelings-shift:you're sore at me}.
a| {blame-shift:You provoked me always with your questions}.
a| I have lied because {blame-shift:you are always controlling me}.
a| {blame-shift:My colleague has forced me to do it}.
a| {blame-shift:If you would have called me}, I would not have forgotten.
a| {blame-shift:Your brother he gave me the drink}.
a| Sure {blame-shift:weren't you at it yourself}.
a| {blame-shift:You had it coming}.
a| {blame-shift:You gave me cause}.
a| I own I was sharp, {blame-shift:but you would try the patience of a saint}.
a| {justification:In my country this is normal}.
a| {justification:I did not know the rule}.
a| {justification:I had no other possibility}.
a| {justification:I had much stress in this time}.
a| {justification:My English is not so good, so I said it wrong}.
a| {justification:I did it with good intention}.
a| {justification:I was obliged by circumstances}.
a| {justification:I wanted only to help}.
a| {justification:I was not myself that evening}.
a| {justification:I reckon I just lost my head}.
a| {justification:I'd drink taken}.
a| {justification:I was fixing to tell you}.
a| {justification:The pressure upon me at that time was considerable}.
a| {justification:My nerves were bad}.
a| {justification:I was only having a bit of craic}.
a| {minimising:It was only a little joke between colleagues}.
a| {minimising:This is not such a big problem}.
a| {minimising:It was a small thing}.
a| {minimising:It's no great matter}.
a| {minimising:You have taken it too serious}.
a| {minimising:Sure it was only the one pint}.
a| {minimising:It ain't no thing}.
a| {minimising:I merely mentioned it in passing}.
a| {minimising:You exaggerate a little}.
a| {minimising:It's nothing to get worked up about}.
a| {agentless:It was made a mistake}.
a| {agentless:It came to a quarrel}.
a| {agentless:The confidence between us has been lost}.
a| {agentless:Mistakes have been made on both sides}.
a| {agentless:There arose a misunderstanding}.
a| {agentless:The letter got itself opened}.
a| {agentless:Harsh words passed between us}.
a| {agentless:The whole business got away from us}.
a| {agentless:Your name was struck from the list}.
a| I beg your pardon {vague:for what has passed}.
a| I am sorry {vague:for my mistakes}.
a| Excuse me please {vague:for my behaviour}.
a| I am sorry {vague:for the bad things I did}.
a| I apologize {vague:for my actions}.
a| {vague:I have done you wrong}.
a| {vague:I didn't act right}.
a| {vague:I have not behaved as a gentleman should}.
a| {pressure:I hope that you pardon me soon}.
a| {pressure:Please answer me fast}.
a| {pressure:We should forget this matter}.
a| {pressure:A good Christian forgives}.
a| {pressure:I wait for your answer}.
a| {pressure:Let's shake on it and say no more about it}.
a| {pressure:Catch yourself on and ring me}.
a| {pressure:I beseech you to forgive me}.
a| {pressure:It would be unkind of you not to reply}.
a| {overpromise:I will never in my life lie to you again}.
a| {overpromise:I give you my word of honour that it will not happen any more}.
a| {overpromise:God is my witness, never again}.
a| {overpromise:I'll move heaven and earth to make it right}.
a| {overpromise:I'll do right by you till the day I die}.
a| {unspecific-promise:I will become a better man}.
a| {unspecific-promise:I will correct myself}.
a| {unspecific-promise:I will improve my behaviour}.
a| {unspecific-promise:I aim to do better by y'all}.
a| {unspecific-promise:I'll mend my ways}.
a| {unspecific-promise:I shall endeavour to be more considerate}.
c| {agentless:In the evening it came to a fight}. {justification:All of us had drunk}.
c| {agentless:The money was taken out of the box}. {justification:I needed it very much}.
c| {minimising:I have only looked two times in the bag}.
c| {blame-shift:My cousin has said me to do it}.
o| {unspecific-promise:I will make more effort for our relationship}.
o| {unspecific-promise:I will be more kind}.
o| {overpromise:I will do for you everything}.
o| {unspecific-promise:I will try my best to change}.
o| {unspecific-promise:I shall conduct myself better}.
p| You was angry, {justification:but I had also much work}.
p| You feel that I do not respect you, {minimising:but this is exaggerated}.
p| You have the feeling I lied. {blame-shift:You also did not tell me all}.
a| I have told a lie to you on Tuesday. I am sorry for this. I was not at the doctor.
a| I did not invite you, and I have let you believe the letter was lost in the post.
a| Yesterday I have shouted at you before the guests. It was not right from me.
a| I have used your car without to ask you.
a| I am ashamed that I laughed about your pronunciation. I know how it is; people laugh about mine.
a| It is my mistake and not the mistake of the boy.
a| You are free to be angry so long as you need it.
a| I would like to repair the fence with my own hands, if this is good for you.
a| I reckon I owe you the truth: I never mailed it. I threw it out.
a| I cut you off on the turnpike of your own story and told it for you, and I'm sorry.
a| I hollered at your boy in front of the whole team. He's eight. I had no call to.
a| I said things about your late husband that no one should say at a graveside.
a| I was after telling the whole pub before you'd told your own mother.
a| I undertake to return the books by the end of the month.
a| If by Friday I have not paid, you may keep the deposit.
a| I signed the petition against your shop. I signed it twice.
a| I do not ask that you understand it. I ask nothing.
a| I gave you my word and I did not keep it.
a| You have lost two days of holiday because of me, and I know it.
a| My wife found the mistake; I had hidden it.
c| On Saturday I have taken the key from your jacket. I have opened the shop and I have taken 300 euro.
c| I stood behind the door and I listened. After this I have told all to my sister.
c| I allowed the committee to believe that the error was the treasurer's. I knew otherwise.
c| I promised my vote to both of you.
p| You were alone with your father at the hospital and I was dancing. This you told me.
p| You say that since this day you close the door of your room with the key.
p| If I understand it right, the worst for you was that your children have heard it.
o| On every first of the month I send you 150 euro until it is paid.
o| I will come on Sunday at three o'clock and I will help you carry the furniture.
o| When your parents are here I will not speak about the money.
o| I shall post the key to you by registered letter tomorrow.
`)
