import { lines } from "./gold.ts"

/** Letters gone through for the eight parts, one by one (see gold.ts for the letters). */
export const voicesParts = lines(`
a:nr?t| I'm sorry I read your texts.
a:nrt| I'm sorry I opened your letter. I shouldn't have.
a:nt| I broke the lamp and I blamed the cat. That was a rotten thing to do.
a:nrt| I sold your records while you were away. It was wrong and I regret it.
a:rt| What I did was selfish. I am so sorry.
a:r?t| I'm sorry {vague:for how I acted}.
a:r| I'm deeply sorry. {vague:I did a bad thing}.
a:?r| I'm sorry {feelings-shift:you feel hurt}.
a:?r| I'm sorry {conditional:if I hurt you}.
a:nri?t| I missed your recital. I'm sorry. You had practised for months and you looked for me in every row.
a:nric?t| I ate the last of your insulin snacks. Sorry. You went low on the bus because of it. I've bought a new box and put your name on it.
a:nro?t| I scratched your car. I'm sorry. I'd like to pay for the paint.
a:nro?tc| I lost your book, I'm sorry, and I've ordered another copy.
a:nrl?t| I told your brother. I am sorry. You don't have to talk to me.
a:nl?t| I voted against you. I don't ask you to be all right with it.
a:ntl| I left you at the altar and I had no excuse. You owe me nothing, not even anger.
a:nre?t| I lied about my degree because I was ashamed of not having one. I'm sorry.
a:nte?r| I lied about my job. I was ashamed. It was still my lie and my fault.
a:nte| I hid the bills because I could not face them. That was mine to face and I left it to you.
a:nrte| I told them you were ill so that I would not have to share the fee. It was greed. I'm sorry.
a:ntei| I laughed along because I wanted to belong. You were humiliated, and I had a choice.
a:nc?t| I came home drunk on Friday. I've joined the Tuesday group and my first meeting was yesterday.
a:nrc?t| Sorry I kept you waiting. Next time I'll ring by six if I'm held up.
a:nrc?t| I'm sorry I shouted. When I feel it rising I'm going to leave the room for ten minutes.
a:nrc?t| sorry i told jen. i wont tell her anything u say to me again and i told her to delete it
a:nro?tc| I'm sorry I dropped your phone. What would help: a new screen or the money?
a:nro?t| im sorry i broke ur charger. want me to get u another 1?
a:nroi?t| I forgot to post your form and you lost the place. I'm so sorry. I will ring the college with you and tell them it was me.
a:nril?t| I'm sorry I told the family before you did. It was your news, and I took that from you. Please don't feel you have to answer.
a:nrtil| I cheated on you. It was my choice, every time. I'm sorry. You can't sleep and you check the door twice. Nothing in this letter asks you to come back.
a:nrticol| Tomas, I took three hundred from the till on the 9th and let you be questioned for it. I'm ashamed of that. Nobody made me. You lost a week's pay and the boss still watches you. I've told him it was me. I'll pay your week out of my wages on Friday. You don't have to speak to me on shift.
a:nrti| I should not have read it aloud. I am sorry. You ran out, and I saw your face.
a:ni?t| I left the gate open. Your dog was hit. You had to carry him home.
a:nit| I told you that you were imagining it. You doubted your own mind for a year. I did that on purpose.
a:ri?t| I'm sorry. You were frightened.
a:i| You are angry, and you're right to be.
a:i| I can see how much this hurt you.
a:i| It makes sense that you don't trust me.
a:i| You lost your best friend over this.
a:| I know what you're going to say.
a:| I was at the shop when you rang.
a:| You told my landlord.
a:| Let's have dinner on Friday.
a:| The weather was awful and the trains were late.
a:| I hope that you're well.
a:| I would do it again.
a:| I'm not sorry.
a:r| I can't tell you how sorry I am.
a:r| Please accept my apologies.
a:r| I hate that I did that to you.
a:r| I wish I could go back and undo it.
a:r| I feel sick about it.
a:r| It weighs on me every day that I did it.
a:r| I'm gutted with myself.
a:r| i feel so bad about what i did
a:t| That's on me.
a:t| I own that.
a:t| I'm the only one to blame here.
a:t| The responsibility is entirely mine.
a:t| None of this is your doing.
a:t| I knew better.
a:t| I had no business doing it.
a:t| There's no justification for it.
a:t?i| You didn't deserve that, and I was in the wrong.
a:t| I make no excuses.
a:t| It was a lousy thing to do.
a:t| I ought to have told you.
a:t| It was up to me to ring and I didn't.
a:o| Is there a way I can make amends?
a:o| Let me cover the bill.
a:o| I want to put this right.
a:o| What do you need from me?
a:o| Tell me what would make this easier for you.
a:o| I'd be glad to do your shifts that week.
a:o| I've put the money back in the box.
a:o| I have written to your editor to correct it.
a:o| I can drive your mother for as long as the car's in the garage.
a:o| If there's any way to make up for it, I'd like to know.
a:l| No need to write back.
a:l| You're free to say no.
a:l| I won't contact you again unless you write first.
a:l| You can take as long as you want, and never is fine too.
a:l| Forgiving me is not your job.
a:l| I don't need an answer.
a:l| If you'd rather not talk about it, we won't.
a:l| Whatever you decide, I'll go along with it.
a:l| u can hate me its ok
a:l| it's your call whether we meet
a:l| There's no hurry at all.
a:l| You get to choose whether I'm at the wedding.
a:c| I've cancelled the card.
a:c| I leave my phone downstairs at night now.
a:c| From today I'll ask before I borrow anything.
a:c| I've asked Tim to check the sums with me every Friday.
a:c| I go to a meeting every Wednesday now.
a:c| If I'm asked about you again, I'll say that it's not mine to tell.
a:| I {unspecific-promise:will try to be better}.
a:| {overpromise:I'll never do it again}.
a:| I'll see you on Sunday.
c:n| I told Kim about the test. I told her in the corridor and I told her twice.
c:n?t| I had been writing to him since June. I wrote at night.
c:nt| I changed the date on the form. I knew it was fraud.
c:ne?t| I took the money because I owed it to someone else. I don't say that to be let off.
c:nte| I said you hit me. You didn't. I said it because I was losing the argument. It was wicked of me.
c:ni| I didn't come to the hearing. You sat there alone and they asked you where your witness was.
c:nit| I showed them your poems. You've not written since. I should have asked you.
c:nr| I burned the letters. I wish I hadn't.
c:| {agentless:The files were deleted}.
c:nt| I crashed it. I was texting. It was my fault, not the other driver's.
c:i| You had to sell the house.
p:i| You were hurt that I went without you.
p:i| You felt as though you didn't count.
p:i| You've been lying awake since.
p:i| It cost you your Sunday and you'd had none for a month.
p:i| You're afraid I'll do it again.
p:i| You were the only one who didn't know, and everyone watched you not know.
p:| You said it was Tuesday.
p:| You want to talk about money.
p:| I understand.
o:c| I will ring you every Sunday at six.
o:c| I'll hand in the key tonight.
o:c| If I can't make it I'll tell you by noon.
o:c| ill do the dishes mon wed n fri
o:c| No phone at the table from now on; it stays in the hall.
o:c| Your pay slip will be in your inbox by the 28th of each month.
o:| {unspecific-promise:I'll be a better person}.
o:| {overpromise:I'll always love you}.
o:| I promise.
o:| We'll see how it goes.
`)
