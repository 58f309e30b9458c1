import { lines } from "./gold.ts"

/** Texts that deserve silence, in many voices, close to what the rules look for. */
export const voicesClean = lines(`
a| I'm sorry I wasn't there when your father died, and I'm sorry I let you find that out from Facebook.
a| You trusted me with your keys and I had a copy cut.
a| I should have told you before you signed.
a| You couldn't have known. I made sure of that.
a| When you asked me, I looked you in the eye and said no.
a| When you were ill I went on holiday.
a| You were asleep when I took the phone.
a| You had gone to bed, and I sat there and wrote to her.
a| I was late because I left late.
a| I was busy, and I chose to be busy.
a| I forgot your birthday. You had not forgotten mine.
a| I only remembered when I saw the cake.
a| You only wanted an answer.
a| You never did me any harm.
a| You have every reason to be upset.
a| I kept telling you that it was nothing. It was a second phone.
a| She had no part in it. I asked her out, and I told her I was single.
a| He offered me the money and I took it. I could have said no, and I did not.
a| My sister told me to leave it alone, and she was right.
a| The committee decided it, and I was the one who put the motion.
a| It was decided by me, on my own, in about a minute.
a| The letter was sent by my assistant because I told her to send it.
a| Your name was left off the list because I took it off.
a| It happened at the lake, on the second day. I pushed you.
a| What happened was that I lost my temper.
a| Things got worse because I kept lying.
a| Trust is something I broke; I know that it is not mine to mend alone.
a| There was a rule and I broke it.
a| I am to blame for the broken window and for the silence after it.
a| I want to move the wardrobe out of your room by Saturday.
a| We can move the date if it suits you better.
a| Let us know which day we should bring the machine.
a| Please tell me if I have got any of this wrong.
a| Please keep the ring.
a| Please don't thank me for this.
a| You don't have to be friends with me again.
a| You do not need to tell me whether you have read this.
a| How long it takes is for you to say.
a| I'll never know what that night was like for you.
a| I never want you to think that you caused it.
a| I never told you that I had seen the letter.
a| I will never forget your face at the door.
a| I have always envied you, and on Friday I let it out.
a| I always left the washing-up to you. Yesterday I added an insult.
a| Everything you said about me at dinner was true.
a| I know that everything had been planned around me and that I cancelled by text.
a| If you had lied to me like that, I'd have left.
a| If you hadn't come back early, I would have got away with it. I'm glad that you came back.
a| If I'd had any courage, I would have rung.
a| If you still want the table, it is yours.
a| If you have to tell people, tell them.
a| If it is easier to write to my sister, write to her.
a| I don't know if you will read this.
a| I asked myself if I would have done it to anyone else. I would not.
a| I wondered if you knew.
a| You may not want to hear it from me.
a| You might remember the blue envelope. I burnt it.
a| I may lose my place on the team over this, and that would be fair.
a| I might have stopped at the first lie. I told four.
a| I could have rung from the station.
a| I could have done so many other things, and I chose that.
a| I did not mean it as a joke. I meant it to hurt.
a| I meant every word at the time, and every word was unfair.
a| I was trying to make you feel small.
a| I was only thinking of myself.
a| I just wanted to win.
a| I only wanted them to like me.
a| I thought I could get away with it.
a| I thought only of the money.
a| I was afraid, and I let you pay for it.
a| I was drunk when I said it and sober when I planned it.
a| I was stressed. So were you, and you did not hit anyone.
a| I had had a bad day. You were not the bad day.
a| I told myself I had no choice. I had three.
a| I used to say that that's just how I am. It's how I chose to be.
a| I blamed it on the drink. I had drunk one beer.
a| My childhood is no excuse for how I treat yours.
a| It wasn't the stress. It was me.
a| None of that makes it any better.
a| It was not small to you, and it should not have been small to me.
a| It was only a few words, and they took you a year to get over. I am sorry.
a| I said it was just a text. It was four hundred texts.
a| I called it a bit of fun. You called it what it was.
a| I told you to calm down, as though you were the problem.
a| You weren't too sensitive. I was too cruel.
a| A little of the money is left, and it's in the envelope.
a| It took me a minute to do and it cost you the job.
a| It's just that I never said thank you.
a| I just left you standing there.
a| There is only one thing I can offer, and it is the truth.
a| I simply did not care enough to check.
a| We got your order wrong twice. The second time you had written it down for us.
a| We lost your mother's records. We looked for them for a month before we told you.
a| We did not follow our own rules, and we did not tell you so.
a| I approved the cut. I knew whose ward it was.
a| I took the call in the middle of your presentation.
a| I told the client that the delay was yours. It was mine from the first day.
a| I gave the job to my nephew. You were the better candidate and I knew it.
a| I read out your salary in the canteen.
a| As chair I should have let you speak. I closed the meeting.
a| I have corrected the minutes and sent them to everyone who had the wrong ones.
a| I have spoken to HR myself, today, and told them what I did.
a| We will pay the late fee and the fine, and we'll phone you on Monday to say it is done.
a| You asked for the truth, and I gave you a leaflet.
a| You called three times. Nobody called you back, because I had not passed the message on.
a| You were right to complain.
a| I moved your chair because I wanted the window.
a| I said yes to both of you for the same Saturday, because I could not bear to say no.
a| You hate being filmed and I filmed you.
a| You love that bowl. I broke it, and I hid the pieces under the sink.
a| You made us all soup that night, and I went upstairs and read your letters.
a| You put me through college. I let you sit alone at the ceremony.
a| You started to cry and I started the car.
a| You told me to stop and I did not stop.
a| You wanted to leave and I stood in the doorway.
a| You said no. I heard you.
a| You pushed the plate away and I shouted. You were eight.
a| Your temper had nothing to do with it; mine did.
a| Your mother made up the bed for me, and I left without a word.
a| He was crying when I hung up.
a| They were wrong to laugh, and I began it.
a| It was my idea to leave you out. Nobody else wanted it.
a| It was Dad's car, and I drove it without asking him or you.
a| It was my phone, my thumb, my message.
a| We were both there. Only one of us lied.
a| I was the one who told Alex. It wasn't Jo.
a| I know how to hurt you and I used it.
a| I know exactly what I did: I turned the key and I walked away.
a| I did what I had told you I would never do. I read it.
a| I am sorry for what I did to your garden. I cut the hedge down while you were away.
a| I'm sorry for the lies about Easter, and for the lie about the train.
a| I am sorry about the car. I scraped it on the post and drove off.
a| I'm sorry for Saturday. I drank your birthday wine and fell asleep at the table.
a| I'm sorry for everything I said about Tom at the funeral.
a| I'm sorry for the way I spoke to you in the shop, in front of the queue.
a| I messed up your fence with the mower.
a| I have been a liar for two years: there was no course, no exam and no diploma.
a| I made a mess of your kitchen and left it for you.
a| I let you down on Tuesday. You stood in court alone because I had said that I'd come, and I didn't.
a| I did a cruel thing. I sent your letter back unopened with a smiley on it.
a| I'm ashamed of how I was at dinner: I corrected you four times and sighed.
a| Thank you for telling me, though you owed me nothing.
a| I do not expect an answer.
a| I don't want to be forgiven for this today.
a| I've paid the excess. The receipt is under the wiper.
a| I have found a room, and I'll be out by the first.
a| I will come to the station if you want me there, and stay away if you don't.
a| I can bring the boxes on Thursday or leave them with Ruth, whichever you like.
a| I'd like to hear how it was for you, one day, if you ever want to tell me.
a| Is there something I could do for Ella?
a| I have started with Dr Marsh. Tuesdays at four.
a| Every month, on the first, you'll get a photo of the account.
a| I can promise one thing: I will not drive you anywhere until I have a licence.
a| From Monday the alarm is on my side of the bed.
a| I won't be at the party. It's your family and your day.
a| I'm not going to swear on anything. I'm going to show you the statement.
a| You've heard “never again” from me before. So I'll say only this: no cards till June, and Pete has my pin.
a| I said I would do anything. I didn't even do the small thing.
a| It would be easy to say that I was ill.
a| Some would call it a misunderstanding. I lied.
a| People say that it takes two. It took one.
a| I hoped you would move on, because then I would not have to say it.
a| I kept asking you to forgive me so that I could sleep.
a| I told you to get over it the day after the funeral.
a| I rang nine times in one night. I will not do that again.
a| I asked Mum to ask you to forgive me. That was not fair on her or you.
a| I wanted you to hurry. There is no hurry.
c| I took the photo at eleven. I sent it to Dev at ten past. At half past, Dev sent it on.
c| It was the Tuesday after Easter. I had been drinking since noon. I drove to the school.
c| We met in March, at the fair. I gave her a false name. I saw her six times.
c| I was on the night shift and I slept. The alarm went and I turned it off.
c| At that time I was having a hard year. I did not tell you so. I sold your bike and said that it was stolen.
c| She asked me whether I was married and I said no.
c| He gave me the envelope and told me not to open it. I opened it in the lift.
c| You had left your diary on the bed. I knew what it was. I read from March to June.
c| You were away with your mother, and I had a party. I told you that the neighbours had complained about the wrong flat.
c| I moved the money on the 4th, the 9th and the 22nd. It was from the account we share.
c| I said that it was an accident. I had thrown it.
c| The first lie was about the job. The second was about the car. The third was that there was no third.
c| Only I had the code. I let you change the locks, twice, and look for a thief.
c| I told Mr Reid that you were often late. You were late once.
c| I watched you search for the ring for a week. It was in my coat.
c| I was angry about the dog. I tore up the drawing while you watched.
c| I had two choices and I took the one that left you with the bill.
c| I pretended to be asleep.
c| It went on for five months. I ended it because she asked me to tell you, and not because it was wrong.
c| I wrote the review under your sister's name.
p| You were frightened, and you rang me, and I did not pick up.
p| You feel that I choose work each time, even when I have promised.
p| You said that when I joked about it in front of them you wanted the floor to open.
p| It wasn't the money. It was that I let you thank me.
p| You're tired of being the one who remembers.
p| You told me that you cannot sleep when the car isn't in the drive.
p| You thought that I had been in an accident. You rang my mother and she did not know either.
p| You've stopped telling me things, because I tell them to others.
p| You would have said yes if I had asked. I never asked, and that is what hurts.
p| You want me to know it was not one evening, it was every evening.
p| You felt as if you were making a fuss, and you were not.
p| For you it was the third time. You had told me after the second what a third would mean.
p| You didn't say that I meant to. You said that it happened and that you paid for it.
p| You said that I made you feel like a guest.
p| Have I understood it? You were not angry about the plate, you were angry that I lied about the plate.
p| When I turned away you took it that I was ashamed of you, and you have carried that for a year.
p| You asked me to stop bringing it up at dinner, and I went on.
o| If I am going to be later than seven, you will have a text from me by half past six.
o| I'll always ring the bell before I come in, even when I have the key.
o| I'll be the one who does Fridays: shopping, dinner, the bins.
o| I'll make the dentist's appointment today before five.
o| I will be home when you get in from the clinic on Tuesday.
o| I will change the sheets and the beds before your parents arrive.
o| I'll take more of the night feeds: Monday, Wednesday and Friday are mine.
o| I'll try the blue bin first and ring the council if it isn't there.
o| I will show you the statement on the first of each month until the loan is gone.
o| I'll keep my voice down after nine. When I can't, I'll go out on the step.
o| I will not smoke in the car when the children are in it.
o| I'll listen until you say you have finished. I'll put the tablet in the drawer first.
o| When we disagree at the table I'll wait until the children are upstairs.
o| For a month, I'll read your drafts on the day I get them.
o| I'll give you the password tonight, and I won't ask for yours.
o| If you want to stop at any time, we stop.
o| I'll work at the library on Saturdays, so the front room is yours.
o| I will do the whole of the move myself, with Karl's van.
`)
