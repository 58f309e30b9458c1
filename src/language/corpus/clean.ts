import { lines } from "./gold.ts"

/**
 * Two hundred texts that nobody should be asked about: many voices, and hard ones on purpose (quoting, reporting, refusing an excuse,
 * plain narrative, plans for a bad day, ordinary "if", "but", "just" and "because"). No rule may speak on more than two of them.
 */
export const clean = lines(`
a| I told your sister about the test results after you had asked me not to. I am sorry.
a| I read your messages on Sunday while you were in the shower. That was wrong.
a| You trusted me with the keys and I lent them to Rob without asking you.
a| I said I would be at the hearing and I was not there. You stood in that corridor alone.
a| im sorry i told jess what u said. u asked me not to and i did it anyway
a| soz for leaving u on read all weekend. i was scared of what u would say and i hid. thats on me
a| I am not going to say sorry “if” I hurt you. I hurt you.
a| You told me that you felt invisible at the party, and I can see why: I never once looked over.
a| I could tell you that I was tired. I was not too tired to lie.
a| There is no “but” in this letter.
a| I will not ask you to forgive me.
a| You do not have to answer this, now or later.
a| I have paid the garage, and the receipt is in the drawer.
a| Dear Mr Okafor, I signed the form in your name on 3 March without asking you. I apologise.
a| I forwarded your email to the whole team. It was meant for me alone and I knew that.
a| I called you lazy in front of your own children. I am ashamed of it.
a| It was not a joke, and I should not have called it one.
a| I blamed the traffic. The truth is that I had not left the house.
a| I said it was your fault. It was mine.
a| I kept saying you were overreacting. You were not.
a| If I had read the contract properly, I would have seen the date.
a| If you want the house to yourself this week, I will stay with my brother.
a| I only understood what I had done when I saw you carry both bags up the stairs.
a| I just want to write down what I did, in order.
a| You asked for one honest answer and I gave you a clever one.
a| I am sorry that I laughed when you told me about the interview.
a| I'm sorry I wasn't there. I had promised, and you had told everyone I was coming.
a| When you said it felt like a betrayal, I argued about the word. I am sorry for that too.
a| My excuse was that everyone did it. I am not using it any more.
a| I am sorry you had to hear it from Dana and not from me, because I had been too much of a coward to tell you.
a| I deleted the photos. I did that without asking, and they were yours.
a| You were right to be angry, and you are right to be angry still.
a| I used to say “you made me do it”. Nobody made me.
a| I told Mum you were exaggerating. I have rung her and told her the truth.
a| I broke the blue bowl and put it back so that you would find it. I am sorry for both.
a| Nothing you did caused this.
a| I ate your lunch again yesterday even though your name was on it. I've put a new one in the fridge.
a| Sorry I shouted. You had asked a fair question.
a| I missed your graduation to go to a match. I chose the match.
a| What I wrote about you in the group chat was cruel, and I wrote it knowing you would read it.
a| i borrowed ur jacket n lost it. ill get u the same one by friday, or the money if u prefer
a| i knew u liked him and i kissed him anyway. i wasnt drunk or anything. i just did it
a| Bro I told coach you were skipping. You weren't even mad at me before that. I'm sorry.
a| I said no one would care. You cared, and I knew you would.
a| The delay was mine: I had the file for nine days and did not open it.
a| We charged you twice in May. We have sent the money back and you will see it by Thursday.
a| We gave your address to the wrong driver. It was our error and we have changed how we check.
a| I did not mean to tell them, but I did, and it was my choice to keep talking.
a| I know I hurt you. I know when, and I know how.
a| I let you apologise to me for something I had done.
a| If there is something that would help, I would like to hear it. If there is not, I will leave you be.
a| You may be angry for a long time. That is all right.
a| I am sorry for taking the money from the drawer and for letting you search the house for it.
a| I'm sorry for what I said about your father at dinner.
a| I apologise for my behaviour on Saturday: I grabbed the phone out of your hand.
a| I don't expect you to trust me. I have given you little reason to.
a| I have no right to ask for another chance, and I am not asking.
a| You do not have to get over it.
a| My mother would say it takes two. It took one, and that was me.
a| I didn't forget your birthday. I remembered at noon and was too embarrassed to ring.
c| On Monday I said I had posted the letter. It was still in my bag.
c| I was at Karim's flat from eight until two. I had told you I was working.
c| I started betting again in April. By June I had lost four thousand pounds, most of it ours.
c| I lied because I was afraid you would leave, and that does not excuse it.
c| I was drunk when I drove, and I chose to drink knowing I had the car.
c| I was stressed that month, but that is not why I did it. I did it because I wanted to.
c| She did not persuade me. I asked her.
c| At the time I told myself it was only a chat. It was not.
c| I said that it had just happened. It had not; I had booked the room a week before.
c| You asked me twice and I said no twice.
c| He offered and I said yes. I could have gone home.
c| I saw the bill on the second of May and put it under the others so that you would not find it.
c| I was never at the gym on Thursdays. I was with her.
c| I wrote the review myself and let you think a customer had.
c| I made the booking under my brother's name so that you would not see it.
c| I hit send before I had checked the list. Forty people saw your salary.
c| I shouted first. You shouted after that.
c| Before the meeting I told Priya what you were going to say, so that she could say it first.
c| I told the teacher it was Leo. It was me who broke the window.
c| i went to the party after i said i was ill. thats why there were photos
c| i made a fake account to see ur stories after u blocked me. i used it 3 times
c| You were asleep when I looked in your phone. You had done nothing to make me doubt you.
c| I have smoked since January. I said I had stopped.
c| Every day that week I came home and said nothing.
c| I had promised to pick the children up at three. I got there at half past four and told them the train was late. There was no train.
c| My first thought was to say that I had no choice. I had one.
c| I thought nobody would notice, and I was right for two months.
c| I sold the guitar. It was yours and I sold it for ninety euros.
c| I never told the doctor what I told you I had told her.
c| I have written down the dates because you asked for them.
c| The rumour came from me. I said it at lunch to three people.
c| I took your name off the list and told you it was the system.
c| I always knew where the letter was.
c| When the manager asked who had checked it, I let the silence point at you.
c| I did it for the money, and I knew whose money it was.
c| I did not try to stop it, although I could have, and I was the only one who could.
c| I only told you half in August. This is the other half.
c| If I am honest, I enjoyed it.
c| I just stood there while he spoke to you like that.
c| You were told that the place was taken. It was not; I gave it to Sam.
c| The vase was broken before you came in. I had knocked it over.
c| The money was gone by then, because I had spent it.
c| I was twenty-six and I knew better.
c| I went because I wanted to see him, and I hid it because I knew it was wrong.
c| It began in the office in March, when I wrote to her after midnight.
c| Nobody pushed me. I was bored and I liked the attention.
c| Because you were away, nobody saw. I had counted on that.
c| You had asked me not to, and I had said yes, and then I did it.
c| I agree with what you wrote, except the date: it was the ninth, and that is worse, because it was your birthday.
c| I gave you the wrong figure on purpose.
c| Only after you had left did I open the envelope.
c| I worked late on two of those nights. On the other five I did not.
c| I put my own name on your drawing. The prize should have been yours.
c| I had every chance to tell you, and I took none of them.
c| I bought the shares with your part too. I signed for both of us.
c| I said sorry at once, so that you would stop asking.
c| It was not an accident.
c| I deleted the thread to hide it, and then I said there had never been one.
c| It was me who rang the landlord.
c| I cannot remember what I said after that. You do, and I believe you.
p| You felt that I chose my friends over you, and that it was not the first time.
p| You said I made a big deal out of nothing when you needed me to listen.
p| You were hurt because I had promised and you had counted on it.
p| What I hear is that you lay awake and wondered whether anything I say is true.
p| You said it was as if your feelings were a nuisance to me.
p| For you it was not a small thing. It was the one evening you had asked for.
p| You felt stupid for having believed me.
p| You told me I always look at my phone when you talk, and that you have stopped starting.
p| You waited until nine with the food on the table, and I did not even write.
p| I heard that you are not ready to forgive me, and that you may never be.
p| You think I only said sorry because I was caught.
p| You asked me why I never defended you, and I had no answer.
p| You were frightened when I drove that fast, and angry that I laughed.
p| it sounds like u felt replaced when i started hanging out with them
p| u said it hurt more that i lied than what i did
p| You feel that I want you to move on before you are able to.
p| When the others joked about your accent, I joked too. You felt there was nobody on your side.
p| You said that if I had told you on the first day, you could have forgiven it.
p| You wanted me to ask how the operation went, and I asked about the car.
p| As you see it, mistakes were made on my side and nobody owned them.
p| You said it felt as though it was your fault for asking.
p| You were ashamed in front of your parents because of what I said.
p| It cost you two days of work and the trust of your boss.
p| You heard “get over it”, and that was what I said.
p| You had to explain my absence to the children, again.
p| You said you were sorry you ever told me.
p| You were not asking for much: one call.
p| You felt sick when you saw the message, and then you had to go and teach.
p| You do not want flowers. You want me to stop saying I will and then not doing it.
p| You told me that I said I would never do it again, and that I did it in the same month.
p| I understood that you need the evenings quiet until the exam is over.
p| You said: “It's not a big deal.” I think it was one, and that you were protecting me.
p| You felt pushed when I asked for an answer by Sunday.
p| You believed me over your own sister, and I let you.
p| It was humiliating to read it in front of the whole office.
p| You lost a friend because of what I told her.
p| You no longer bring people home, so that I cannot embarrass you.
p| If I have it right, the worst was not the lie but that I let you comfort me.
p| You said nothing for a week because you did not know how to.
p| You were angry, and also relieved that it was out.
o| When I am going to be late, I will text you before six.
o| If I cannot come, I will tell you the day before.
o| On Sundays I will show you the account.
o| I will not open your post.
o| I'll put my phone in the hall from nine until breakfast.
o| Every Friday at five I will send you the list, finished or not.
o| If I miss a week I will tell you myself, before you find out.
o| I will ask you before I invite anyone to stay.
o| ill bring the book back on monday. if i forget u can keep my charger till i do
o| I have blocked her number and I will tell you if she writes.
o| I can't promise I will never be angry. I will leave the room when I am.
o| I will take the bins out on Tuesday evenings.
o| I will not drink at your sister's wedding.
o| From Monday I will copy you in on every mail about the budget.
o| I will tell Mum the truth on Saturday, with you there or without you, as you like.
o| I will pay back fifty a month, on the first, until it is paid.
o| When you tell me something in confidence, I will not repeat it to Tom.
o| I'll knock.
o| If the meeting runs over, I'll step out at four and ring you.
o| I will be at the school gate at ten past three on my days, Monday and Thursday.
o| I have handed the car keys to Dad, and I will ask him for them.
o| I will read your draft before Thursday and send you my notes in writing.
o| I will not raise it again unless you do.
o| I'll go to the group on Wednesdays and tell you that I went.
o| I will say “I don't know” when I do not know.
o| I will not make jokes about your weight.
o| I'm going to see the counsellor on the 14th; the appointment is made.
o| I will give you my answer by Tuesday noon, and if I need longer I will say so on Monday.
o| I will cook on the days you work late: Tuesday and Friday.
o| I will leave you alone until you write to me.
o| My side of the desk will be clear by six each evening.
o| I will speak to you first when something bothers me, and not to the others.
o| If you change your mind about this promise, I will not argue.
o| I'll log out of your account today and not log in again.
o| I will not look at my phone while we eat.
o| I will tell you the price before I buy anything over a hundred pounds.
o| I will stay in the room when you are upset, unless you ask me to go.
o| I'll call the bank tomorrow and send you the confirmation.
o| I will walk the dog at seven, even when it rains.
o| If I shout, I will stop, say that I am stopping, and come back after twenty minutes.
`)
