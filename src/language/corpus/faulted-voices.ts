import { lines } from "./gold.ts"

/** Marked by hand: phones, teenagers, work, formal letters, American and second-language voices. */
export const faultedVoices = lines(`
a| sorry {conditional:if i was being weird} yday
a| soz {conditional:if u thought i was ignoring u}
a| im sry {conditional:if that hurt ur feelings} or wtv
a| {conditional:if i did smth wrong} then im sorry
a| sorryyy {conditional:if i was rude}
a| srry {conditional:if it came off mean}
a| {conditional:if ive upset u} im rly sorry
a| sorry {feelings-shift:ur mad at me}
a| sorry {feelings-shift:u feel like that} ig
a| im sorry {feelings-shift:u took it the wrong way}
a| sry {feelings-shift:u got upset} over it
a| sorry {feelings-shift:thats how u feel}
a| {blame-shift:u made me so angry} i couldnt think
a| i wouldnt have said it {blame-shift:if u hadnt been ignoring me}
a| sorry but {blame-shift:u were kinda asking for it}
a| {blame-shift:its ur fault too}
a| {blame-shift:ur the one who started it}
a| i only did it cos {blame-shift:u were being horrible to me}
a| {blame-shift:mia told me to}
a| {blame-shift:she made me do it}
a| {justification:i didnt mean it like that}
a| {justification:i was just tryna help}
a| {justification:i was so drunk i dont even remember}
a| {justification:everyone wouldve done the same}
a| {justification:i was in a bad mood}
a| {justification:im just like that}
a| {justification:i had to} tho
a| {minimising:it was jus a joke} lol
a| {minimising:its not that deep}
a| {minimising:ur overreacting}
a| {minimising:it was literally one msg}
a| {minimising:it wasnt even that bad}
a| {minimising:chill its nothing}
a| {minimising:we were just messing about}
a| {minimising:u take everything so seriously}
a| {minimising:stop being so dramatic}
a| {agentless:stuff got said}
a| {agentless:it jus happened}
a| {agentless:everything got outta hand}
a| {agentless:ur phone kinda got broken}
a| sorry {vague:4 wat i did}
a| soz {vague:about the other nite}
a| sorry {vague:for being a bad mate}
a| sorry {vague:about everything} x
a| {vague:i messed up bad}
a| {vague:i was being an idiot}
a| {pressure:pls forgive me}
a| {pressure:can we jus forget it}
a| {pressure:get over it}
a| {pressure:text me back}
a| {pressure:y r u still mad}
a| {pressure:pls dont be mad at me}
a| {pressure:ive said sorry like 10 times}
a| {pressure:can we be friends again now}
a| {overpromise:ill never do it again i swear}
a| {overpromise:ill do anything u want}
a| {overpromise:i swear on my mums life}
a| {overpromise:ill literally never lie to u ever again}
o| {unspecific-promise:ill be nicer}
o| {unspecific-promise:ill be a better friend}
o| {unspecific-promise:im gonna change}
o| {unspecific-promise:ill make it up 2 u}
o| {unspecific-promise:imma do better}
a| We apologise {conditional:for any inconvenience this may have caused}.
a| The company regrets {conditional:any distress that customers may have experienced}.
a| I apologise {conditional:to anyone who took offence at my comments}.
a| {conditional:If the wording of my email was inappropriate}, I apologise.
a| I regret {conditional:if my conduct fell short of expectations}.
a| We are sorry {conditional:if our service did not meet your expectations} on this occasion.
a| I am sorry {conditional:in case the team felt excluded from the decision}.
a| We regret {feelings-shift:that some colleagues were offended}.
a| I am sorry {feelings-shift:that you perceived my feedback as an attack}.
a| We apologise {feelings-shift:for any misunderstanding}.
a| I regret {feelings-shift:that my remarks have been misinterpreted}.
a| I'm sorry {feelings-shift:you were unhappy with the outcome}.
a| I regret {feelings-shift:the way in which my words were received}.
c| {blame-shift:The client kept changing their mind}, so the figures were wrong.
c| {blame-shift:Had you replied to my email}, the deadline would have been met.
c| I missed it because {blame-shift:nobody told me}.
c| {blame-shift:It was Marketing who gave me the wrong numbers}.
c| {blame-shift:Your instructions were unclear}, so I guessed.
c| I sent it late {blame-shift:because you sent me the brief late}.
c| {justification:Due to personal circumstances} I was unable to attend.
c| {justification:I was under considerable strain at the time}.
c| {justification:I had no alternative} but to sign.
c| {justification:In fairness, nobody had explained the process}.
c| {justification:I acted in good faith}.
c| {justification:I was acting under instructions}.
c| {justification:My comments were taken out of context}.
c| {justification:It is standard practice in our industry}.
c| {justification:I was going through a divorce}.
c| {justification:The workload was unbearable}, so I cut a corner.
c| {minimising:It was a minor oversight}.
c| {minimising:It was merely a clerical error}.
c| {minimising:The amount was insignificant}.
c| {minimising:The impact was limited}.
c| {minimising:It was only a few emails}.
c| {minimising:It was a bit of harmless flirting}.
c| {minimising:I hardly said anything}.
c| {minimising:It was just a silly argument}.
c| {agentless:Mistakes were made in the handling of the data}.
c| {agentless:An error occurred} in the billing.
c| {agentless:The deadline was missed}.
c| {agentless:Your personal data was shared with a third party}.
c| {agentless:There was a lapse in communication}.
c| {agentless:The complaint was not passed on}.
c| {agentless:It was decided} not to tell you.
c| {agentless:The budget was exceeded}.
c| {agentless:The letter was opened}.
c| {agentless:Words were exchanged}.
c| {agentless:An unfortunate incident took place} at the office party.
c| {agentless:Some of the savings got used up}.
c| {agentless:Inappropriate messages were sent from my account}.
c| {agentless:One drink turned into six}.
c| {agentless:We ended up in bed}.
c| {agentless:The lie just came out of my mouth}.
c| {agentless:The secret slipped out}.
c| {agentless:Some poor decisions were taken}.
c| {vague:Some things happened that shouldn't have}.
c| {vague:I did some stuff I regret}.
c| {vague:I made a number of errors}.
c| {vague:I have not always behaved as I should}.
c| {blame-shift:You never asked}, so I never said.
c| {blame-shift:My ex kept messaging me} and it got complicated.
c| {blame-shift:Tom dared me to}.
c| {blame-shift:I was led astray by the others}.
c| {justification:I didn't know it mattered to you}.
c| {justification:I forgot, I had a million things on my mind}.
c| {justification:I felt I had no choice}.
c| {justification:I only did it to keep the peace}.
c| {justification:I needed the money}.
c| {justification:I was young and stupid}.
c| {justification:I was bored and lonely}, what can I say.
c| {minimising:We just talked, that's all}.
c| {minimising:It was one drink}.
c| {minimising:It only lasted two weeks}.
c| {minimising:It was purely physical, it meant nothing}.
c| {minimising:I borrowed a bit of money, that's all}.
c| {minimising:I didn't exactly lie}.
c| {minimising:It was a tiny scratch}.
p| {minimising:You got a bit upset} about the party.
p| {minimising:You made a big thing out of it}.
p| {minimising:You were being oversensitive} when I came home.
p| I hear that you're upset, {justification:but I didn't mean it}.
p| You felt ignored, {justification:but I was really busy that week}.
p| I understand you were angry, {blame-shift:but you have to admit you started it}.
p| {pressure:You need to let it go now}.
p| {minimising:It was hardly the end of the world}, but you were sad.
p| So you were cross {minimising:over nothing}.
p| I get it, you felt bad. {pressure:Can we move on now}?
p| I'm sorry {feelings-shift:you feel I wasn't there for you}.
o| {unspecific-promise:I will make more of an effort}.
o| {unspecific-promise:I'm going to be a better husband to you}.
o| {unspecific-promise:I will communicate better}.
o| {unspecific-promise:I'll be more present}.
o| {unspecific-promise:I promise to work on my anger}.
o| {unspecific-promise:I will be there for you}.
o| {unspecific-promise:I will show you that I've changed}.
o| {unspecific-promise:I'm going to be more considerate from now on}.
o| {unspecific-promise:I will treat you with more respect}.
o| {unspecific-promise:We will do better in future}.
o| {unspecific-promise:I will prioritise our relationship}.
o| {unspecific-promise:I'll be more careful}.
o| {unspecific-promise:I will win back your trust}.
o| {unspecific-promise:I'll turn over a new leaf}.
o| {unspecific-promise:I will listen more}.
o| {unspecific-promise:Things are going to be different this time}.
o| {unspecific-promise:I'll sort myself out}.
o| {unspecific-promise:I am committed to being a better colleague}.
o| {unspecific-promise:I'll be a good boy}.
o| {unspecific-promise:I want to become someone you can rely on}.
o| {unspecific-promise:I'll pull my weight}.
o| {unspecific-promise:I'll help out more around the house}.
o| {unspecific-promise:I'll be less defensive}.
o| {unspecific-promise:I'll think before I speak}.
o| {unspecific-promise:I will be completely honest with you}.
o| {unspecific-promise:I will respect your boundaries}.
o| {overpromise:I will never be late again}.
o| {overpromise:I guarantee that this won't be repeated}.
o| {overpromise:I'll always tell you everything}.
o| {overpromise:I'll call you every single day, no matter what}.
o| {overpromise:You'll never have to doubt me again}.
o| {overpromise:Nothing like this will ever happen again}.
o| {overpromise:I promise on my life that I'll stop}.
o| {overpromise:I will be perfect from now on}.
o| {overpromise:I'll never touch a drop again}.
o| {overpromise:I vow to make you happy for ever}.
o| {overpromise:I'll give you anything you ask for}.
o| {overpromise:You will always come first}.
o| {overpromise:I will not make any more mistakes}.
o| {overpromise:No more lies, ever}.
a| I am sorry {conditional:if I have made mistake}.
a| I am very sorry {feelings-shift:that you are feeling bad because of this}.
a| Please to forgive, {justification:I did not have intention}.
a| {justification:In my country it is normal}.
a| {justification:I was not knowing that it is so important for you}.
a| {pressure:Please answer me quickly}.
a| {minimising:It is a small thing only}.
a| {agentless:Some bad words were said}.
a| Hey man, sorry {feelings-shift:you got so bent out of shape} about the game.
a| My bad {conditional:if that was out of line}.
a| Honey, I'm sorry {feelings-shift:you're upset}, but {justification:I was just trying to get us a better deal}.
a| Mom, I'm sorry {conditional:if I disappointed you}.
a| {minimising:It was a dumb little thing}, Mom.
a| Look, {vague:I screwed up, OK}.
a| {pressure:Are we good}?
a| {overpromise:I swear to God it's never gonna happen again}.
a| Mum, I'm sorry, {blame-shift:but Dad said it was fine}.
a| {blame-shift:You're the one who left your phone unlocked}.
a| {blame-shift:If you weren't so strict} I wouldn't have to sneak out.
a| {justification:All the others were doing it}.
a| Grandma, I'm sorry {vague:about the mess I made of things}.
a| {pressure:You're my mother, you have to forgive me}.
a| {pressure:It's Christmas, let's not do this now}.
`)
