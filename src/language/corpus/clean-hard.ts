import { lines } from "./gold.ts"

/** Longer and harder texts that deserve silence, for tuning. Not part of the two hundred, and not kept back. */
export const cleanHard = lines(`
a| Dear Ana, on Thursday I told you that I was at work. I was at the track. I lost two hundred pounds of the holiday money. I am sorry I lied, and I am sorry I spent it. It was my decision both times. You had to cancel the ferry. I have asked for an advance and the money will be back in the tin on the 28th. You don't have to answer this.
a| I am sorry for what I did. I opened your letter from the clinic, and then I asked you questions as if I knew nothing.
a| I messed up. I gave the landlord your name when he asked who had the party.
a| I was exhausted. That is not an excuse, and I am not offering it as one.
a| I was drunk. I had decided to drink, knowing how I get.
a| I'm sorry for everything you had to do alone that week.
a| I want you to know that I know it was not “just a text”.
a| I told you it meant nothing. It meant something, and I lied about that as well.
a| Did it hurt more that I lied, or that I did it again? You told me once, and I was not listening.
a| You asked if I was sorry. I am.
a| I'm not asking if we can move on. I only want to say what I did.
a| I said “I'm sorry you feel that way”. What I should have said is that I stole from you.
a| I'm sorry that you waited, that you rang the hospitals, and that I was in the pub.
a| I let your plants die while you were in hospital. You had given me one job.
a| It may be that you never want to see me again. I would understand it.
a| I may have to sell the car to pay you back, and I will.
a| If it takes years, it takes years.
a| I would like to pay for the repair. If you would rather choose the garage yourself, I'll send the money to you.
a| I know that you said it was fine. I don't think it was.
a| Only you know what it was like.
a| I should never have said it, let alone in front of your boss.
a| I never thanked you, and I let them think that I had done it alone.
a| I always told you I hated liars. I was one the whole time.
a| You were kind to me all through it, and I went on.
a| You made dinner, you lit the candles, and I did not come.
a| You made me welcome in your home and I went through your drawers.
a| I got you to lie to your mother for me. I am sorry I dragged you into it.
a| They were my words and I chose them.
a| My brother offered to take the blame. I said no.
a| Everything in the report was yours. I changed the name on the first page.
a| I'm writing this because you asked for it in writing, not because I want an answer.
a| I do not know how to put it right. Tell me if there is anything; and if there is nothing, that is an answer too.
a| It isn't fair that you have had to deal with this at work as well as at home.
a| im not gonna say it was a joke bc it wasnt
a| u dont have to forgive me or anything i just want u to know i know it was my fault
a| ik i said id never do it again and then i did. so im not gonna promise that
a| i was jealous of u n him. thats not ur problem its mine. im sorry i told everyone
a| We apologise for sending your test result to another patient. The clinic, and not you, is to blame for the delay that followed.
a| I take responsibility for the figures. I did not check them. Mr Bell relied on them and was embarrassed before the board.
a| As your manager I should have stopped it in May, when you first told me. I did nothing until September.
a| Your deposit was kept for eleven weeks because I did not send the form. I sent it today.
a| Our driver left your parcel in the rain. We will bring a new one on Friday between nine and ten.
a| I scored the interview before you had finished speaking, and I wrote down a lower mark than you had earned.
a| I pretended that the email had gone to spam. I had read it twice.
a| I wasn't trying to help. I was trying to win.
a| I had good intentions, I told myself. I had none.
a| I wish I had told you before the wedding and not after it.
a| I hurt you when I said you were like your mother. I said it because I knew that it would hurt.
a| I'm ashamed that my first question was whether you would tell anyone.
a| You deserve better than to be told it was nothing.
a| Please do not feel that you have to make this easy for me.
a| Take your time. Take all of it.
a| What happened on the boat was this: I pushed you, and you fell.
a| When it happened I ran. I did not call anyone.
a| The mistake was mine, and so was the lie that covered it.
a| I have made no promises in this letter, because you have had enough of them.
a| I could write that I will change. I would rather tell you that I have handed in my notice at the club.
a| Thank you for reading this far. You did not need to.
a| You once said you would forgive anything but a lie. I lied.
a| I am sorry I made fun of how you speak. I heard my son do it the next day.
c| It started as a bet between me and Joe. I said I could get your number, and I did, and then I did not tell you.
c| He was shouting and I was frightened, and I still could have opened the door for you.
c| I had a choice of three rooms. I took the one that I knew you wanted.
c| Between March and July I used your card nine times. I have listed the dates below.
c| I did not do it for us. I did it so that nobody would think less of me.
c| I was angry and I wanted you to feel it.
c| I was not forced, I was not tricked, and I was not drunk.
c| We had both agreed on it, and then I went behind your back.
c| Both of us were at the table. I was the one who said it.
c| You started to cry and I went on reading.
c| You should not have had to ask me three times.
c| Because I had lost my own key, I took yours, and you stood outside for two hours.
c| The lie I told the police was that you had been driving.
c| What I said to Ines about you was not true, and I knew that it would get round.
c| There was no misunderstanding. I understood you and did the opposite.
c| There was a message from your sister on the machine, and I wiped it.
c| I only stopped when I was found out.
c| I was home by nine that night, so I had time, and I said nothing.
c| At Christmas I told your parents that we were fine, while I was packing.
c| I could have come home any day. I stayed because it was easier.
c| In short: I knew, I said nothing, and you paid for it.
c| I laughed when he called you that. Then I told it to others as a joke.
c| i read ur dms when u left ur laptop open. it wasnt the first time
c| i said i was at nans. i was w jake. nan didnt know anything about it
c| i started the rumour cos i was jealous. nobody else did
c| It was just before midnight when I sent it.
c| It was just me and Peter in the room, and I was the one who signed.
c| The call lasted only a minute. In that minute I told them where you live.
c| I let the others think you had done it, by saying nothing.
c| I had to lie to three people to keep it hidden from you, and I did.
c| I have no memory of the drive. I chose to take the keys, and that I remember.
c| If you had asked me then, I would have lied again.
c| Had I told you in May, you could have gone to your own doctor in time.
c| I could not help noticing that you had stopped laughing. I asked nothing.
c| I meant to tell you and I did not. Meaning to is nothing.
c| I do not have a good reason. I wanted it and I took it.
c| You were in a bad place and I used it against you.
c| I was under no pressure at all.
p| You said that things got out of hand because I did not stop them.
p| You were told one thing by me and another by my mother, and you did not know whom to believe.
p| You think it was not an accident that I forgot.
p| You felt that I was sorry for myself and not for you.
p| You were more hurt by the joke than by the lie, because people laughed.
p| For months you thought it was something you had done wrong.
p| You are asking me to stop explaining and to start listening.
p| You heard me say that it just happened, and you do not believe that things just happen.
p| You felt that I pushed you to forgive me before you had even finished speaking.
p| You told me it made you feel crazy when I said that you imagined it.
p| You said that everyone says I am such a good listener, and that you laughed when you heard it.
p| You do not trust my promises; you want to see me at the door on Tuesday.
p| You want me to know that it was a big deal to you, even if it was an ordinary day for me.
p| You are not angry any more. You are tired.
p| You felt I was blaming you when I said we had both made mistakes.
p| You kept hoping I would notice without being told.
p| You said you never want to hear the words “I was only trying to help” again.
p| u felt like i only text u when im bored
p| ur upset bc i told them something u only told me
p| You thought I might be ill, and you drove across town at two in the morning.
p| It was your grandmother's ring, and I spoke about its price.
p| You would have liked to be asked, even if the answer had been the same.
p| It hurts you that the children heard it.
p| You wanted to know one thing: whether I would have told you.
o| I will always ring if I am going to be more than ten minutes late.
o| I'll do whatever jobs are on the list on Saturday morning before I go out.
o| I will never take your car without asking you first.
o| I'll answer your question about Berlin tonight, before we eat, in full.
o| I will be honest about the money: on the first of the month I show you every account.
o| I'll be better prepared: the slides will be in your inbox by noon on Wednesday.
o| I will change the locks on Friday and give you both keys.
o| I'll work on the fence on Sunday until it is done.
o| I will make an appointment with Dr Hale this week and tell you the date.
o| If I forget, remind me, or don't; it is mine to remember.
o| I'll be there on Thursday at two, at the side entrance.
o| I will listen for five minutes before I say anything.
o| I'll try the new route home, so that I am in by six on Fridays.
o| I will tell her that I cannot see her any more. I will do it tomorrow by phone.
o| I'll speak more slowly when your mother is on the phone.
o| Nothing of yours leaves the house without your word.
o| I'll make it up to you by taking your two night shifts in May.
o| I cannot promise that it will never happen again. I can promise to tell you the same day.
o| If I am angry I will say so in words, and I will not slam doors.
o| I'll show you the chat whenever you ask, until the end of June.
o| I will help with the move on the 3rd, from eight until it is finished.
o| I won't ask you again whether you have decided.
o| i wont go on ur phone. if i want to know smth ill ask u
o| i will walk home w u on tues n thurs
o| ill tell mrs patel on monday that it was me
`)
