import { lines } from "./gold.ts"

/** Marked by hand: grown-up, plain voices; partners, friends, family. */
export const faultedPlain = lines(`
a| I'm sorry {conditional:if anything I said last night upset you}.
a| I want to apologise {conditional:if I made you feel left out}.
a| {conditional:If I was short with you}, I apologise.
a| I'm so sorry {conditional:if it seemed like I was choosing her over you}.
a| Sorry {conditional:if I let you down at all}.
a| I do apologise {conditional:for any upset I may have caused} with the speech.
a| {conditional:If you felt ignored by me}, then I'm sorry for that.
a| {conditional:I might have hurt your feelings} and for that I'm sorry.
a| I apologise {conditional:for anything I might have done to make you uncomfortable}.
a| {conditional:If my tone was off}, I'm sorry.
a| {conditional:Should my words have hurt you}, I regret them.
a| I regret it {conditional:if you were embarrassed}.
a| My apologies {conditional:if the photo caused any trouble at home}.
a| I'm sorry {conditional:in case you took my silence for not caring}.
a| I would like to say sorry {conditional:if there was something I did that hurt you}.
a| {conditional:To the extent that I contributed to this}, I am sorry.
a| Sorry {conditional:to anybody that felt left out of the plans}.
a| {conditional:If I have done something to offend}, I'm truly sorry.
a| I said some things that {conditional:may have been hurtful}, and I am sorry.
a| I'm sorry {feelings-shift:you feel I don't listen}.
a| I'm sorry {feelings-shift:that you were so upset about the dinner}.
a| I really am sorry {feelings-shift:you got hurt}.
a| I'm sorry {feelings-shift:you see it that way}.
a| I'm sorry {feelings-shift:you found my remark offensive}.
a| I'm sorry {feelings-shift:it came across like that}.
a| I regret {feelings-shift:that you felt let down}.
a| I'm sorry {feelings-shift:that's how it landed with you}.
a| I am sorry {feelings-shift:for how you are feeling right now}.
a| I'm sorry {feelings-shift:you didn't like what I said}.
a| I feel bad {feelings-shift:that you're hurting}.
a| I'm sorry {feelings-shift:that my words were taken the wrong way}.
a| It makes me sad {feelings-shift:that you think I don't care}.
a| I'm sorry {feelings-shift:you took my joke so personally}.
a| I'm sorry {feelings-shift:that this has been upsetting for you}.
a| I'm sorry {feelings-shift:you thought I was flirting}.
a| I apologise {feelings-shift:for the way it made you feel}.
a| I'm sorry {feelings-shift:you're disappointed in me}.
a| I shouted, but {blame-shift:you know how to push my buttons}.
a| I lied, but only because {blame-shift:you would have gone mad}.
a| {blame-shift:If you had been home more}, I wouldn't have been so lonely.
a| I went to her because {blame-shift:you never touch me any more}.
a| I'm sorry I read your diary, but {blame-shift:you weren't talking to me}.
a| {blame-shift:You drove me to it} with all the checking.
a| I cheated, yes, {blame-shift:but you had stopped caring long before}.
a| {blame-shift:You were asking for it}, the way you spoke to my mother.
a| {blame-shift:You left me with no choice}.
a| {blame-shift:Your jealousy} is what made me hide it.
a| I wouldn't have needed to lie {blame-shift:if you were easier to talk to}.
a| {blame-shift:We were both in the wrong} that night.
a| {blame-shift:You have to take some of the blame too}.
a| I only raised my voice because {blame-shift:you raised yours}.
a| {blame-shift:She led me on}, and I'm weak.
a| {blame-shift:It was Dave's idea}, I just went along.
a| {blame-shift:Your sister put me up to it}.
a| {blame-shift:You could have asked me} and I'd have told you.
a| {blame-shift:None of this would have happened if you'd picked up the phone}.
a| Sorry I snapped. {blame-shift:You were being impossible}.
a| I'm sorry, {blame-shift:but you should have said something}.
a| {blame-shift:What did you expect}, leaving me alone for three weeks?
a| {blame-shift:You pushed and pushed until I snapped}.
a| I know it was wrong, but {blame-shift:you hadn't spoken to me for days}.
a| {blame-shift:He kept buying me drinks}.
a| I'm sorry I hid it. {justification:I was only trying to protect you}.
a| {justification:I never intended to cause you pain}.
a| {justification:My heart was in the right place}.
a| I'm sorry, but {justification:I've been under so much pressure lately}.
a| I forgot your birthday, {justification:but work has been insane}.
a| {justification:I had too much to drink} and didn't know what I was doing.
a| {justification:I wasn't thinking straight}.
a| {justification:I honestly had no other option}.
a| {justification:You have to remember what I was going through}.
a| {justification:It was the wine talking}.
a| {justification:I was in a really dark place}.
a| {justification:That's just how I was brought up}.
a| {justification:Anyone would have snapped}.
a| {justification:I did it for us}.
a| {justification:I didn't want to worry you}.
a| {justification:I didn't do it to hurt you}.
a| {justification:It was never about hurting you}.
a| I'm sorry, {justification:I just got carried away}.
a| {justification:I have ADHD}, so I forget things.
a| {justification:I couldn't stop myself}.
a| {justification:There was nothing else I could do}.
a| {justification:I thought I was doing the right thing}.
a| {justification:I meant it as a compliment}.
a| {justification:I was hurting too} and I lashed out.
a| {justification:It was said in anger}.
a| {justification:My intentions were good}.
a| I'm sorry I was late {justification:but the traffic was terrible}.
a| {justification:Things were really hard for me at the time}.
a| {justification:With everything going on at work}, it slipped my mind.
a| {minimising:It was only a bit of fun}.
a| {minimising:It was just the one time}.
a| {minimising:It was a harmless chat}.
a| Sorry about the {minimising:little white lie}.
a| {minimising:It's not as if I slept with her}.
a| {minimising:Nothing really happened}.
a| {minimising:It was just words}.
a| {minimising:I think you're blowing this up}.
a| {minimising:You're reading too much into it}.
a| {minimising:It was a slip, nothing more}.
a| {minimising:There's no need to make such a fuss}.
a| {minimising:It didn't mean a thing}.
a| {minimising:It's hardly a crime}.
a| {minimising:I was a little bit economical with the truth}.
a| {minimising:It was all a bit silly really}.
a| {minimising:I only looked for a second}.
a| {minimising:You take things too seriously}.
a| {minimising:You're being a bit dramatic about a text}.
a| {minimising:It was just banter}, everyone was laughing.
a| {minimising:We only kissed}.
a| {minimising:It's not like anybody got hurt}.
a| {minimising:It was a minor thing} and I'm sorry.
a| {minimising:In the grand scheme of things} it isn't much.
a| {minimising:Worse things happen}.
a| {agentless:Things were said} that I regret.
a| {agentless:It wasn't handled well}.
a| {agentless:Trust has been lost} and I'm sorry about that.
a| {agentless:Something happened between us} at the party.
a| {agentless:Feelings were hurt} on all sides.
a| {agentless:The money went missing}.
a| {agentless:It all got out of control}.
a| {agentless:Your birthday got forgotten}.
a| {agentless:There were some lies}.
a| {agentless:A line was crossed}.
a| {agentless:The truth didn't come out} as it should have.
a| {agentless:Promises were not kept}.
a| {agentless:Somehow the secret got out}.
a| {agentless:It shouldn't have happened}.
a| I'm sorry {vague:about everything that's gone on}.
a| Sorry {vague:for being such a terrible friend}.
a| I'm sorry {vague:for all the pain}.
a| I want to apologise {vague:for my actions}.
a| I'm sorry {vague:for what I've done}.
a| I'm sorry {vague:about Saturday}.
a| Sorry {vague:about all that}.
a| I am sorry {vague:for the way I've been}.
a| {vague:I know I made mistakes}.
a| {vague:I haven't been the best husband}.
a| {vague:I've done things I'm not proud of}.
a| {vague:I let you down}.
a| I apologise {vague:for my poor choices}.
a| I'm sorry {vague:for how I treated you}.
a| I'm sorry {vague:for it all}.
a| {vague:I wasn't myself and I behaved badly}.
a| I'm sorry {vague:for my part in what happened}.
a| I'm sorry {vague:for upsetting you}.
a| I'm sorry {vague:for the hurt}.
a| I'm sorry. {pressure:Please say you forgive me}.
a| {pressure:Can we please just forget about it}?
a| {pressure:I need you to let this go}.
a| {pressure:You can't hold this against me forever}.
a| {pressure:It's been three weeks, surely that's enough}.
a| {pressure:How much longer is this going to go on}?
a| {pressure:I've said I'm sorry, what else can I do}?
a| {pressure:Please don't leave me}.
a| {pressure:Just give me a chance to explain}.
a| {pressure:I'd like us to put it behind us and get back to normal}.
a| {pressure:Please ring me as soon as you read this}.
a| {pressure:I hope you can get past this soon}.
a| {pressure:You need to decide whether you want this or not}.
a| {pressure:I can't wait for ever}.
a| {pressure:The kids need us to sort this out}.
a| {pressure:If you cared about this family you'd come home}.
a| {pressure:Don't throw away ten years over this}.
a| {pressure:Let's not dwell on it}.
a| {pressure:A real friend would forgive me}.
a| {pressure:I expect an answer by the weekend}.
a| {pressure:Let's start over}.
a| {pressure:It's in the past now}.
a| {pressure:Are you still angry about that}?
a| {pressure:Please, I'm begging you, take me back}.
a| {overpromise:I will never hurt you again as long as I live}.
a| {overpromise:I'd do anything to make it right}.
a| {overpromise:I'll spend the rest of my life making it up to you}.
a| {overpromise:I swear it won't ever happen again}.
a| {overpromise:I promise you'll never cry because of me again}.
a| {overpromise:I'll be whoever you need me to be}.
a| {overpromise:From now on there'll be no more secrets, ever}.
a| {overpromise:I give you my word on the children's lives}.
a| {overpromise:You can trust me a hundred percent}.
a| {overpromise:I'll always put you first}.
a| {overpromise:I'll never so much as look at another woman}.
a| {overpromise:I will fix everything}.
`)
