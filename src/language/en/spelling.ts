// How people spell on phones and in haste, and on the other side of the ocean. Data only.

type Guarded = {
  readonly to: readonly string[]
  readonly prev?: readonly string[]
  readonly next?: readonly string[]
  readonly or?: readonly string[]
}

function table(lines: string): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, readonly string[]>()
  for (const line of lines.trim().split(/\s*;\s*/)) {
    const [from = "", to = ""] = line.split("=")
    for (const word of from.trim().split(" ")) made.set(word, to.trim().split(" "))
  }
  return made
}

/** Always read so. Several spellings on the left, what is meant on the right. */
export const exact = table(`
im=i am; ive=i have; youre ure u're=you are; youve uve=you have; youll=you will; youd=you would; theyre=they are; theyve=they have;
weve=we have; thats=that is; whats=what is; hes=he is; shes=she is; theres=there is; lets let's=let us;
dont dnt=do not; didnt didn=did not; doesnt=does not; wont won't wnt=will not; cant can't cannot cnt=can not; ain't aint=is not; couldnt=could not;
wouldnt=would not; shouldnt=should not; wasnt=was not; werent=were not; isnt=is not; arent=are not; havent=have not; hasnt=has not;
hadnt=had not; shan't=shall not; shouldve shoulda=should have; couldve coulda=could have; wouldve woulda=would have;
mightve=might have; mustve=must have; shouldn't've=should not have; i'd've=i would have; couldn't've=could not have;
u ya yu yous y'all yall=you; yr=your; urs=yours; urself yaself=yourself; r=are; n nd=and; cos cuz coz bc bcos bcuz becuz becoz becos=because;
gonna gunna gna=going to; wanna=want to; gotta=got to; hafta=have to; sry soz srry sori sozz sory srsry=sorry;
tho=though; altho=although; rly rlly relly=really; sorta=kinda; plz pls plse=please; ppl=people; smth sth sumthing sumfin somethin=something;
nothin nuthin nothink=nothing; sum1 some1=someone; every1=everyone; any1=anyone; b4=before; 2day=today; 2moro tmrw tomoz tmr tmw tomoro=tomorrow;
2nite tonite=tonight; wat wot wht=what; wen whn=when; dat tht=that; dis ths=this; da=the; shud=should; cud=could; wud=would; hav hve=have;
luv=love; lyk=like; jus jst juss=just; bout abt=about; wiv wif=with; msg=message; msgs=messages; txt=text; txted=texted; idk=i do not know;
dunno=do not know; idc=i do not care; tbh=to be honest; tbf=to be fair; ik=i know; nvr neva nevr=never; evr=ever; alot=a lot; k ok okey oki=okay;
mom mam mommy mummy=mum; probs prolly=probably; def deffo defo defs=definitely; srsly=seriously; obvs=obviously; gf=girlfriend; bf=boyfriend;
bday=birthday; hurted=hurt; apologys=apologies; appologise apologis appologize apoligise apoligize=apologise; fone=phone; convo=conversation;
tryna tryin=trying to; doin=doing; sayin=saying; bein=being; goin=going; actin=acting; feelin=feeling; wasn=was not; wk=week; 
yday yest=yesterday; imma ima=i will; thru=through; outta=out of; lotta=lot of; fault's=fault is; everythin evrything evrythin=everything;
learnt=learned; whatevs=whatever; wateva whateva=whatever; mite=might; freakin frickin=really; &=and; %=percent
`)

const youAre =
  `upset mad angry hurt sad annoyed cross offended being so too not overreacting overthinking exaggerating making taking acting going just always still
  as right the a really kinda wrong welcome doing getting blowing reading never literally jealous crazy paranoid over`.split(
    /\s+/,
  )

/** Read so only beside these words: "its my fault" but "its handle". */
export const afterWords: ReadonlyMap<string, Guarded> = new Map(
  Object.entries<Guarded>({
    its: {
      to: ["it", "is"],
      next: "a an the not my your just only all no so been on fine okay over hard on ok me never done nothing really very wrong both partly".split(
        " ",
      ),
    },
    id: {
      to: ["i", "would"],
      next: ["like", "love", "never", "rather", "do", "be", "have", "want", "understand"],
    },
    ur: { to: ["you", "are"], next: youAre, or: ["your"] },
    your: {
      to: ["you", "are"],
      next: "being so too not overreacting making acting a always still as never".split(" "),
    },
    cause: {
      to: ["because"],
      next: "i im i'm you u your ur it its it's he she they we of my the that thats".split(" "),
    },
    "2": {
      to: ["to"],
      prev: "want going need have trying meant mean got tried used like happened said listen talk".split(" "),
    },
    "4": { to: ["for"], prev: "sorry apologise okay fault asked waited thanks".split(" ") },
    w: { to: ["with"], next: ["you", "u", "my", "the", "him", "her", "me"] },
  }),
)

/** After these, "ill" is an illness. */
export const noSubject: ReadonlySet<string> = new Set(
  "am is are was were be been being feel felt fell got get so very really the mentally seriously".split(" "),
)

/** After these, 's is "is" or "has"; after anything else it is whose a thing is. */
export const spoken: ReadonlySet<string> = new Set(
  "it that what there here he she who how where this everything nothing something everyone".split(" "),
)

/** Spelt -or in America. */
export const ourWords: ReadonlySet<string> = new Set(
  "behavior behaviors misbehavior honor honored honoring dishonored favor favors rumor rumors humor harbor color neighbor".split(
    " ",
  ),
)

/** They only make other words louder. */
export const emphasis: ReadonlySet<string> = new Set(
  `really truly deeply honestly genuinely terribly awfully absolutely sincerely extremely incredibly totally completely literally actually
  obviously basically quite very massively massive proper kinda hella super lowkey legit fully wholly entirely utterly profoundly
  unreservedly wholeheartedly fucking bloody damn freaking probably definitely certainly lol haha x xx xxx`.split(
    /\s+/,
  ),
)

/** After these, "so" is louder and not "therefore". */
export const feeling: ReadonlySet<string> = new Set(
  "am is are was were be been being feel felt feeling got get getting sorry not acted become became".split(
    " ",
  ),
)
