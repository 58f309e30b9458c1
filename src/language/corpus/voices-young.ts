import { lines } from "./gold.ts"

/** Marked by hand: teenagers, students, flatmates, phones. */
export const voicesYoung = lines(`
a| sorry {conditional:if i made it weird}
a| im sorry {conditional:if u thought i was talking abt u}
a| {conditional:if i came off rude} my bad
a| sorry {conditional:if u got the wrong idea}
a| {conditional:if u felt left out} soz
a| idk {conditional:if i did something} but sorry
a| sorry {feelings-shift:ur so pressed about it}
a| sorry {feelings-shift:u feel some type of way}
a| sorry {feelings-shift:u got offended}
a| sorry {feelings-shift:u thought i was serious}
a| my bad {feelings-shift:u took it like that}
a| sorry {feelings-shift:it made u cry}
a| {blame-shift:u literally told me i could}
a| i only said it bc {blame-shift:u said smth first}
a| {blame-shift:u always start it} tho
a| {blame-shift:ur the one who left ur phone unlocked}
a| i wouldnt have told if {blame-shift:u had just told me urself}
a| {blame-shift:he was the one who started it}
a| {blame-shift:they all made me}
a| ok but {blame-shift:u ignored me first}
a| {blame-shift:everyone was egging me on}
a| {blame-shift:dont blame me its dans fault}
a| {blame-shift:u shouldnt have told me if it was a secret}
a| {blame-shift:maybe if u replied for once}
a| {blame-shift:well u should of locked it}
a| sorry but {blame-shift:u were being annoying}
a| {justification:i was jus tired n hungry}
a| {justification:i didnt think ud find out}
a| {justification:i had so much hw}
a| {justification:i forgot ok}
a| {justification:my phone died}
a| {justification:i panicked}
a| {justification:i was just trying to be funny}
a| {justification:i had a bad day}
a| {justification:everyone does it}
a| {justification:i have adhd so}
a| {justification:i wasnt thinking}
a| {justification:i didnt know it was a secret}
a| {justification:i was under peer pressure}
a| {justification:it was a dare}
a| {justification:i cant help it im just honest}
a| {justification:i was off my face}
a| {minimising:its just a game}
a| {minimising:its not like anyone saw it}
a| {minimising:literally nobody cares}
a| {minimising:it was 2 secs}
a| {minimising:u r being so extra}
a| {minimising:calm down its a meme}
a| {minimising:it was just a like}
a| {minimising:i only sent it to 1 person}
a| {minimising:its whatever}
a| {minimising:ur so sensitive omg}
a| {minimising:why r u making it a thing}
a| {minimising:it aint that serious}
a| {minimising:i barely even said anything}
a| {minimising:we just held hands thats it}
a| {agentless:the pic got out}
a| {agentless:it somehow ended up in the group chat}
a| {agentless:ur charger got broke}
a| {agentless:stuff happened at the party}
a| {agentless:it went too far}
a| {agentless:the screenshot got shared around}
a| {agentless:it just came out}
a| sorry {vague:for being like that}
a| sorry {vague:for being a bad friend}
a| soz {vague:bout last nite}
a| {vague:i know i screwed up}
a| sorry {vague:for all the drama}
a| {vague:i was such an idiot}
a| sorry {vague:for the way i acted}
a| sorry {vague:abt wat happened at lunch}
a| {vague:i did u dirty}
a| my bad {vague:for everything}
a| {pressure:pls reply}
a| {pressure:r u still mad at me}
a| {pressure:can we go back to normal}
a| {pressure:just unblock me}
a| {pressure:dont leave me on read}
a| {pressure:say something}
a| {pressure:are we good}
a| {pressure:i said sorry already}
a| {pressure:stop ignoring me}
a| {pressure:plsss forgive me i cant take it}
a| {pressure:ur not gonna stay mad forever r u}
a| {pressure:answer ur phone}
a| {overpromise:ill never ever talk to her again}
a| {overpromise:i swear on my life}
a| {overpromise:i promise ill never lie 2 u}
a| {overpromise:ill do literally anything}
a| {overpromise:u can trust me 100%}
a| {overpromise:ill always have ur back no matter what}
a| ill {unspecific-promise:be a better friend}
a| i {unspecific-promise:will change i promise}
a| {unspecific-promise:ill be nicer}
a| im {unspecific-promise:gonna do better}
a| {unspecific-promise:ill try not to be so annoying}
a| {unspecific-promise:i wont be like that anymore}
c| so basically {agentless:it kinda got leaked}. {blame-shift:zara sent it to the boys}
c| {justification:we were bored}. {minimising:it was just a prank}
c| {minimising:i only took a fiver}. {justification:i was gonna put it back}
c| {blame-shift:he told me it was fine}
c| {vague:i did some stuff i shouldnt have}
o| {unspecific-promise:ill be less moody}
o| {unspecific-promise:i promise to be a better sister}
o| {overpromise:i will never be late again ever}
o| {unspecific-promise:ill listen more}
o| {unspecific-promise:ill work harder at school}
o| {overpromise:ill do whatever u say forever}
p| {minimising:ur a bit annoyed abt the party}
p| u felt left out {justification:but i didnt know u wanted to come}
p| u said i was mean. {blame-shift:u were mean too tho}
p| ok u were sad. {pressure:can we stop talking abt it now}
a| i told them u fancied him. u told me not to n i did anyway
a| i took ur hoodie without asking n lied when u asked
a| that wasnt ok of me. im sorry i laughed
a| i left u out of the chat on purpose. it was petty
a| u dont have to be friends w me after this
a| if u wanna talk im around. if not thats ok
a| i got caught so i said u did it. that was low
a| i shouldve stuck up for u and i didnt say a word
a| ive told miss it was me not u
a| i cheated on the test and u got the detention. ill tell her tmrw at registration
a| everyone laughed bc i read it out. i wanted them to like me. thats not on u
a| u said it made u feel like a joke. i get that. i made u one
a| i kno u said ur fine but u went home early so
a| no excuses. i was there and i filmed it
a| i didnt even say hi to u when my cousins were there. i was embarrassed and thats on me not u
a| i was gonna say it was a joke but it wasnt
a| i wish i never sent it
a| im rly sorry i shouted at u in front of ur mum
a| can i pay for the screen? i have 40 now and 20 on friday
a| u always have my back and i didnt have urs
a| just so u know i deleted it and i told the others to
a| i wasnt even angry at u i was angry at my dad n u got it. sorry
c| i went on ur laptop and read the msgs w ur sister. then i asked u abt it like i didnt know
c| i kissed him at mias. i knew u were going out w him. i didnt stop
c| me and tia made the account. i wrote most of it. u thought it was boys
c| i said id been to practice. id been at the arcade every tuesday since sept
p| u cried in the loos and nobody came and u thought i was in on it
p| ur saying it wasnt the joke it was that i saw ur face and carried on
p| so u had to sit on ur own at lunch all week bc of what i told them
o| ill sit w u at lunch tmrw and on thurs
o| if they start on u again ill say something out loud right then
o| ill give it back on monday before first lesson
o| i wont post pics of u unless u say yes first
o| ill text u when im leaving so ur not just waiting
`)
