import { lines } from "./gold.ts"

/** Marked by hand: offices, shops, surgeries, clubs, tenants; British and American. */
export const voicesWork = lines(`
a| We are sorry {conditional:if our decision has caused you any difficulty}.
a| Please accept my apologies {conditional:in the event that my email was misleading}.
a| I apologise {conditional:to any member of staff who felt singled out}.
a| {conditional:If the comment was heard as criticism}, I withdraw it and apologise.
a| {conditional:Insofar as my tone contributed to the tension}, I regret it.
a| I'm sorry {conditional:for any inconvenience}.
a| We regret {conditional:any distress this could have caused to residents}.
a| {conditional:If I have overstepped}, please accept my apology.
a| I want to apologize {conditional:if there's been a mix-up on my end}.
a| {conditional:Where our service fell short}, we apologise.
a| We're sorry {feelings-shift:you were disappointed with your visit}.
a| I regret {feelings-shift:that you experienced the meeting as hostile}.
a| We are sorry {feelings-shift:to learn that you feel let down by our team}.
a| I'm sorry {feelings-shift:that the feedback was hard for you to hear}.
a| I'm sorry {feelings-shift:you feel that I undermined you}.
a| We regret {feelings-shift:that some customers found the advert offensive}.
a| I apologize {feelings-shift:that you didn't find my comments helpful}.
a| I am sorry {feelings-shift:my remark was received in that way}.
a| Unfortunately {blame-shift:you did not read the terms}, which is why you were charged.
a| The order was late {blame-shift:because you gave us the wrong postcode}.
a| I would have finished it {blame-shift:if you had given me a proper brief}.
a| {blame-shift:Marketing never told us} the date had changed.
a| I missed it, but {blame-shift:nobody copied me in}.
a| I'm sorry for snapping, {blame-shift:but you do micromanage}.
a| {blame-shift:The supplier let us down}, so the parts did not come.
a| {blame-shift:Had the client been clearer}, we'd have caught it.
a| {blame-shift:The intern was supposed to check it}.
a| {blame-shift:You could have flagged it sooner}.
a| That one is really {blame-shift:down to Head Office}.
a| {blame-shift:It was the courier who lost it}, so there was little we could do.
a| I sent the wrong file, {blame-shift:though you did ask for it at five to six}.
a| The mistake would not have happened {blame-shift:if people followed the process}.
a| {justification:We have been exceptionally busy this quarter}.
a| {justification:I had back-to-back meetings all day}.
a| I skipped your review {justification:because of the audit}.
a| {justification:Due to staff sickness}, your call was not returned.
a| {justification:I was following company policy}.
a| {justification:I only wanted what was best for the team}.
a| {justification:Given the deadlines we were under}, corners were always going to be cut.
a| I read your notes, but {justification:I was only doing my job}.
a| {justification:It's common practice in this industry}.
a| {justification:The system was down}, so I couldn't warn you.
a| {justification:There simply weren't enough hours in the day}.
a| {justification:I had no intention of taking credit for your idea}.
a| {justification:We acted in good faith at all times}.
a| {justification:I had a lot on my desk that month}.
a| {justification:I was under the impression that you had been told}.
a| {justification:My inbox was overflowing}.
a| {justification:It was never our intention to mislead anyone}.
a| {justification:We took the decision in the best interests of the company}.
a| {minimising:It was a minor oversight}.
a| {minimising:It's only a spreadsheet}.
a| {minimising:The effect on customers was negligible}.
a| {minimising:Only a handful of people were affected}.
a| {minimising:It was a five-minute delay}, if that.
a| {minimising:It was nothing more than a clerical slip}.
a| It was off the record, {minimising:just office gossip}.
a| {minimising:Let's not blow this out of proportion}.
a| {minimising:No one was seriously hurt}.
a| {minimising:It's not as if anyone lost their job over it}.
a| {minimising:I may have raised my voice slightly}.
a| {minimising:I think you're reading too much into one email}.
a| {minimising:It was a bit of a misjudgement}.
a| {agentless:Your application was mislaid}.
a| {agentless:An error was made in the processing of your claim}.
a| {agentless:Procedures were not followed on this occasion}.
a| {agentless:Inappropriate language was used in the meeting}.
a| {agentless:It appears that your file was never forwarded}.
a| {agentless:There was an unfortunate incident at the staff party}.
a| {agentless:The wrong patient was called}.
a| {agentless:A decision was taken to let you go without notice}.
a| {agentless:Certain remarks were made about your accent}.
a| {agentless:Data was shared in error}.
a| {agentless:The invoice got paid twice}.
a| {agentless:Concerns were not acted upon}.
a| {agentless:Standards slipped}.
a| {agentless:Lessons were not learned from last year}.
a| {agentless:It was felt that you would not mind}.
a| {agentless:Opportunities to help you were missed}.
a| We apologise {vague:for the recent issues}.
a| I'd like to apologise {vague:for my conduct at the conference}.
a| Please accept our apologies {vague:for the way things were handled}.
a| I'm sorry {vague:about the whole thing with the Henderson account}.
a| I apologize {vague:for my unprofessional behavior}.
a| {vague:I fell short of the standard you expect}.
a| {vague:I let the side down}.
a| I want to apologise {vague:for my role in recent events}.
a| {vague:I didn't handle things well} last week.
a| Apologies {vague:for earlier}.
a| {pressure:We now consider the matter closed}.
a| {pressure:I trust that we can put this behind us and focus on the launch}.
a| {pressure:I'd appreciate it if you didn't take this any further}.
a| {pressure:Please confirm by noon that you accept this apology}.
a| {pressure:I hope this draws a line under it}.
a| {pressure:Let's be professional and move forward}.
a| {pressure:I'd be grateful for your forgiveness}.
a| {pressure:You need to let this go for the sake of the team}.
a| {pressure:I have now apologised three times}.
a| {pressure:I look forward to hearing that you have withdrawn the complaint}.
a| {overpromise:We guarantee that this will never happen again}.
a| {overpromise:You can rely on me one hundred per cent}.
a| {overpromise:I will personally make sure that no mistake is ever made again}.
a| {overpromise:We will do whatever it takes to win you back}.
a| {overpromise:I can assure you there will be no repeat of this}.
a| We {unspecific-promise:will strive to do better}.
a| {unspecific-promise:Going forward we will improve our communication}.
a| We {unspecific-promise:will learn from this}.
a| I {unspecific-promise:will be more mindful of my tone}.
a| We {unspecific-promise:take this very seriously and will take appropriate steps}.
a| I {unspecific-promise:commit to being a more supportive manager}.
a| {unspecific-promise:Steps will be taken}.
a| I {unspecific-promise:will reflect on my behaviour}.
c| {agentless:The numbers were adjusted}. {justification:The board wanted good news}.
c| {agentless:A key was left in the door}. {blame-shift:The cleaners should have seen it}.
c| {justification:Everyone in sales did it}. {justification:It was how things worked back then}.
c| {agentless:It was agreed not to mention the leak}.
c| {minimising:I glanced at two pages}. {justification:The cabinet was open}.
c| {blame-shift:My line manager told me to sign it}.
c| {agentless:Somewhere in the chain the message got lost}.
o| {unspecific-promise:I'll manage my workload better}.
o| {unspecific-promise:I will give you more support}.
o| {unspecific-promise:We'll keep the lines of communication open}.
o| {overpromise:I will never miss another deadline}.
o| {overpromise:My door will always be open, day or night}.
o| {unspecific-promise:I'll be more of a team player}.
o| {unspecific-promise:I'll try to be more punctual}.
o| {overpromise:You will never hear another complaint about me}.
o| {unspecific-promise:I intend to raise my game}.
p| {minimising:You were a little put out about the meeting}.
p| You felt overlooked, {justification:but the budget was tight}.
p| You say nobody listened. {blame-shift:You never spoke up, though}.
p| You're upset about the rota. {pressure:Can we get back to work now}?
`)
