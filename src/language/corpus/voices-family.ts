import { lines } from "./gold.ts"

/** Marked by hand: parents and children, brothers and sisters, couples, old friends, neighbours; plain grown-up voices. */
export const voicesFamily = lines(`
a| I'm sorry {conditional:if I embarrassed you in front of your friends}.
a| {conditional:If my drinking has affected you kids}, I'm sorry.
a| {conditional:Maybe I did go too far}, and if so I'm sorry.
a| Sorry {conditional:if it seems like I always take his side}.
a| {conditional:If I was ever harsh with you}, I ask your pardon.
a| I'm sorry {conditional:if you were waiting long}.
a| {conditional:Whatever I may have done}, I'm sorry for it.
a| I'd be sorry {conditional:if you thought I did it on purpose}.
a| {conditional:If that's what I did}, then I apologise.
a| {conditional:Supposing it did upset you}, I'm sorry.
a| {conditional:If I ever made you feel second best}, forgive me.
a| I'm sorry {feelings-shift:you don't feel welcome here}.
a| I'm sorry {feelings-shift:you think I love your brother more}.
a| I hate {feelings-shift:that you're so upset with me}.
a| I'm sorry {feelings-shift:you're taking it so hard}.
a| It's sad {feelings-shift:that you remember your childhood like that}, and I'm sorry.
a| I'm sorry {feelings-shift:that your feelings are hurt}.
a| I'm sorry {feelings-shift:about how you took it}.
a| I'm sorry {feelings-shift:this has made you so unhappy}.
a| I'm sorry {feelings-shift:that you can't let it go}.
a| I'm sorry {feelings-shift:you feel I was never there}.
a| I wish {feelings-shift:you didn't see me as the enemy}, and I'm sorry.
a| {feelings-shift:I'm sorry you're upset}. Dinner is at seven.
a| I'm sorry {feelings-shift:it hurt so much}.
a| I slapped the table because {blame-shift:you wouldn't stop crying}.
a| {blame-shift:You were a difficult child}.
a| {blame-shift:Your father turned you against me}.
a| {blame-shift:When you shut me out}, I look elsewhere.
a| {blame-shift:You could have said something}.
a| I only lied because {blame-shift:you can't handle the truth}.
a| {blame-shift:Your mother spoiled everything}, as she always does.
a| I know I shouted, {blame-shift:but the way you spoke to me}!
a| {blame-shift:You knew what I was like when you married me}.
a| {blame-shift:If you weren't so suspicious} I'd have nothing to hide.
a| I wouldn't go out so much {blame-shift:if you made it nicer to be at home}.
a| {blame-shift:You never let me see the children}, so I kept them an extra night.
a| {blame-shift:You're the reason I drink}.
a| {blame-shift:It was your idea to move here}.
a| I broke it, {blame-shift:but you left it right on the edge}.
a| {blame-shift:You made it impossible for me to tell you}.
a| {blame-shift:You started on me the second I got in}.
a| {blame-shift:You get me so wound up}.
a| {blame-shift:What was I meant to do when you wouldn't answer}?
a| {blame-shift:He wouldn't take no for an answer}, my friend from work.
a| I yelled, {blame-shift:but you yelled first}.
a| {blame-shift:You're not exactly perfect yourself}.
a| I took it out of your purse because {blame-shift:you never give me anything}.
a| {blame-shift:It was the children's noise that set me off}.
a| {justification:I was a young mother and I had nobody}.
a| {justification:We did the best we could in those days}.
a| {justification:That's how I was raised}.
a| {justification:I was only thinking of you}.
a| {justification:I had my hands full with the twins}.
a| {justification:I did it for the family}.
a| {justification:It had been such a long day}.
a| I forgot your play because {justification:work was mad}.
a| {justification:I was grieving}, and I wasn't thinking straight.
a| I read it because {justification:I was worried about you}.
a| {justification:I've never been good at birthdays}.
a| {justification:You know I don't cope well with stress}.
a| {justification:I come from a family where people shout}.
a| {justification:Any parent would have looked}.
a| {justification:I wasn't to know you'd planned something}.
a| {justification:It was a mad time for all of us}.
a| {justification:I thought it was for the best}.
a| I hit him, but {justification:I'd had a terrible week}.
a| {justification:The wine went to my head}.
a| {justification:I didn't do it to spite you}.
a| {justification:I was at the end of my tether}.
a| {justification:I just snapped}.
a| {justification:I wasn't in my right mind}.
a| {justification:I've got a lot going on at the moment}.
a| {justification:Nobody ever taught me how to say sorry}.
a| {justification:My own father was far worse}.
a| {justification:I was lonely and she was there}.
a| {justification:It wasn't as if I planned it}.
a| {minimising:It was a smack}, and we all had those.
a| {minimising:I hardly touched you}.
a| {minimising:It's only money}.
a| {minimising:It was years ago}.
a| {minimising:You weren't even that young}.
a| {minimising:It didn't mean anything}.
a| {minimising:You turned out fine}.
a| {minimising:I only had a quick look}.
a| {minimising:You do make a meal of things}.
a| {minimising:It was one little white lie}.
a| {minimising:I kissed her once, that was it}.
a| {minimising:It wasn't like I hit you}.
a| {minimising:Other people have real problems}.
a| {minimising:You've always been oversensitive}.
a| {minimising:There's no need to cry about it}.
a| {minimising:You got upset over nothing}.
a| {minimising:It was hardly an affair}.
a| {minimising:We'll laugh about it one day}.
a| {minimising:It was a tiny bump}, you can barely see it.
a| {minimising:I was a few minutes late}.
a| {agentless:It all got a bit heated at Christmas}.
a| {agentless:Your grandmother's ring has gone missing}.
a| {agentless:Your birthday got forgotten}.
a| {agentless:Things got broken}.
a| {agentless:Trust has been damaged}.
a| {agentless:The promise was not kept}.
a| {agentless:It got said and it can't be unsaid}.
a| {agentless:A lot of hurt has been caused in this family}.
a| {agentless:Some of the money has been spent}.
a| {agentless:Your diary was read}.
a| {agentless:The door must have been left open}.
a| {agentless:The row got out of control}.
a| {agentless:It ended with the plate on the floor}.
a| {agentless:Lines were blurred}.
a| {agentless:Feelings developed}.
a| Sorry {vague:for how I was over Christmas}.
a| I'm sorry {vague:for not being a better father}.
a| I'm sorry {vague:for all the hurt}.
a| {vague:I haven't always been a good mother}.
a| {vague:I did a terrible thing}.
a| I'm sorry {vague:for ruining everything}.
a| Sorry {vague:about before}.
a| {vague:I've been a bad son}.
a| {vague:I got a lot of things wrong}.
a| {vague:I know what I did}.
a| I'm sorry {vague:for putting you through all this}.
a| Sorry {vague:for the argument}.
a| {vague:I know I've made your life hard}.
a| {pressure:Can't you see how hard this is for everyone}?
a| {pressure:It's Christmas, so let's all be friends}.
a| {pressure:How long are you going to keep this up}?
a| {pressure:Your father isn't getting any younger}.
a| {pressure:Just pick up the phone}.
a| {pressure:You have to let me see them}.
a| {pressure:I said I was sorry, what more can I do}?
a| {pressure:Please come home}.
a| {pressure:Don't shut me out}.
a| {pressure:Can we start again}?
a| {pressure:Surely we can get past this}.
a| {pressure:I need you to say it's okay}.
a| {pressure:You're breaking your mother's heart by not answering}.
a| {pressure:For the children's sake, let it go}.
a| {pressure:It's about time you got over it}.
a| {pressure:Be the bigger person}.
a| {pressure:Family forgives}.
a| {pressure:I've waited long enough}.
a| {overpromise:I'll never touch another drop}.
a| {overpromise:You'll never be sad again}.
a| {overpromise:I'll give you the world}.
a| {overpromise:I'll make all of it up to you}.
a| {overpromise:I would do absolutely anything for you}.
a| {overpromise:I swear on the children's lives}.
a| {overpromise:I'll be the perfect husband}.
a| {overpromise:I promise you that no one will ever hurt you again}.
a| {overpromise:I'll always tell you everything}.
a| I {unspecific-promise:will try to be a better dad}.
a| I {unspecific-promise:want to do right by you}.
a| I {unspecific-promise:am going to be around more}.
a| I {unspecific-promise:will make it up to you}.
a| I {unspecific-promise:will show you that I've changed}.
a| {unspecific-promise:It'll be different this time}.
a| I {unspecific-promise:will treat you the way you deserve}.
a| {unspecific-promise:I've turned over a new leaf}.
a| I {unspecific-promise:will appreciate you more}.
c| {agentless:The savings got used up}. {justification:Times were hard}.
c| {blame-shift:She kept writing to me}. {minimising:It was only words}.
c| I went to his flat. {agentless:One thing led to another}.
c| {minimising:There was a kiss, nothing more}.
c| {blame-shift:If he hadn't lent me the car}, I would have stayed at home.
o| {unspecific-promise:I'll be more patient with the kids}.
o| {unspecific-promise:I'll drink less}.
o| {unspecific-promise:I'll help more around the house}.
o| {overpromise:I will never raise my voice again}.
o| {unspecific-promise:We'll talk more}.
o| {overpromise:I'll always be on your side}.
o| {unspecific-promise:I'll put the family first}.
o| {unspecific-promise:I'll be a better son}.
p| You were cross, {justification:but I'd had a long day}.
p| {minimising:You got a bit emotional about the dog}.
p| You felt I chose him. {blame-shift:You pushed me away, though}.
p| {pressure:You've told me now, so can we be friends again}?
p| You were frightened, {justification:though I never meant to scare you}.
`)
