// Word classes for patterns. Each is a list of plain words (see words.ts); a few are shapes of words.

const list = (words: string): string => words.trim().split(/\s+/).join("|").replaceAll("_", " ")

const irregular =
  list(`told lied took read spent hid forgot broke left kept sent sold stole drank went came slept met saw wrote said gave got let made
  ran threw hit drove spoke rang chose cut put shut bought paid lent lost found held sat stood swore tore woke wore ate bit blew drew fell flew froze grew
  did cheated shot spat set stuck taught bet bound dealt fed fought led lit meant rode shook sank snuck sought spread swept swung undid withheld overspent`)

/** Verbs that say what went on inside a person, or that say nothing yet. */
const inner =
  list(`felt thought wanted hoped knew tried meant needed decided realised believed wished loved hated liked cared worried assumed guessed
  apologised promised regretted hurt harmed upset offended messed screwed ruined acted behaved reacted handled failed used understood remembered
  deserved happened noticed learned changed started stopped kept got let made did was had been disappointed caused wronged offered asked planned heard
  wondered agreed admitted accepted owned thanked appreciated looked`)

export const classes: Readonly<Record<string, string>> = {
  adv: list(`really so very truly deeply just honestly genuinely terribly awfully absolutely sincerely extremely incredibly ever maybe perhaps also
    still only actually all quite simply totally completely even already then now always probably sometimes often clearly obviously well again both`),
  sorry: list("sorry apologise apologises apologised apologising apologies apology apologetic regret"),
  you: list("you she he they"),
  who: list("you she he they anyone anybody someone somebody people everyone everybody others those"),
  be: list("am is are was were be been being"),
  was: list("was were got get gets getting is are am be been being has_been have_been had_been"),
  feel: list("feel feels felt feeling"),
  hurt: list(`hurt hurts hurting upset upsets upsetting offend offends offended wound wounded harm harmed harms pain pained disappoint disappointed disrespected
    embarrassed humiliated betrayed scared worried annoyed bothered distressed insulted frightened let_you_down`),
  state:
    list(`upset hurt hurting offended angry annoyed sad disappointed uncomfortable distressed embarrassed excluded ignored unhappy insulted confused neglected
    bad cross worried frustrated mad furious bothered sensitive anxious unloved unheard unappreciated uneasy betrayed disrespected humiliated lonely alone
    inconvenienced affected bitter jealous stressed unsupported unwelcome overlooked unvalued sore wounded let_down left_out put_out cut_up alarmed attacked`),
  perceive:
    list(`took take taken saw see perceive perceived interpreted interpret read misunderstood misread misinterpreted misunderstand understood thought think
    believe believed found find experienced heard received viewed view construed misheard`),
  harm: list(
    "hurt harm offence offense distress upset pain inconvenience damage confusion embarrassment disappointment worry trouble discomfort concern sadness suffering anguish",
  ),
  maybe: list("may might could"),
  tired:
    list(`tired stressed drunk exhausted busy hungover hungry ill overwhelmed overworked swamped drained pissed wasted tipsy depressed knackered
    shattered upset angry young lonely scared frightened jealous bored confused emotional hurting grieving broke desperate anxious burnt_out worn_out`),
  small: list("little small tiny minor slight harmless innocent white silly wee teeny trivial petty mere"),
  slip: list(`mistake mistakes error errors lie lies fib fibs slip slips thing things joke jokes comment comments text texts kiss drink drinks misunderstanding mishap
    incident disagreement argument tiff white_lie bet flirt slip-up hiccup blip oversight indiscretion secret message remark favour loan`),
  joke: list("joke joking banter kidding messing teasing laugh fun playing prank wind-up"),
  wrong:
    list(`mistake mistakes error errors lie lies promise promises boundary boundaries trust line lines confidence word words thing things harm hurt damage money
    message messages letter account rule rules agreement secret secrets decision decisions choice choices door vase car feelings offence information diary payment
    bill appointment plan plans savings plate privacy confidentiality deadline opportunity birthday anniversary photo photos picture pictures email emails`),
  wronged:
    list(`made said done crossed broken told lost sent deleted spent caused shared leaked read opened taken thrown overlooked forgotten missed kept hidden damaged
    betrayed breached exceeded violated ignored hurt borrowed used sold posted exchanged given withheld passed smashed dropped cancelled written drunk messed mishandled`),
  vaguely: list(
    "everything whatever anything stuff it_all all_this all_that all_of_it all_of_this all_of_that",
  ),
  past: `(?!(?:${inner})(?![^ ]))(?:${irregular}|[a-z]{2,}ed)`,
  anypast: `(?:${irregular}|[a-z]{2,}ed|felt|thought)`,
  act: `(?!(?:being|hurting|everything|nothing|anything|something|letting|making|doing|having|upsetting|causing|acting|behaving|reacting|feeling|failing|getting|messing|screwing|ruining|offending|disappointing|handling|wronging)(?![^ ]))[a-z]{2,}ing`,
  better:
    list(`better nicer kinder calmer good patient honest open careful thoughtful considerate mindful attentive supportive understanding present loving kind
    respectful responsible transparent reliable truthful loyal faithful trustworthy different communicative affectionate committed grateful perfect available
    mature aware involved engaged positive caring worthy`),
  reply: list("answer reply respond call text write ring message speak talk"),
  now: list("now today tonight asap immediately tomorrow soon quickly straight_away right_away right_now"),
  time: list(`today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday morning evening week month weekend night noon lunch midday
    o'clock january february march april may june july august september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays
    minutes hours days weeks months evenings mornings`),
  concrete:
    list(`text call ring phone email tell show give return repay pay replace send bring book cancel delete move leave hand ask write drive pick collect cook
    wash clean fix mend print post set put turn stop go come meet see check log list keep knock read sit stay say speak transfer buy order build sign
    share uninstall block unfollow message apologise explain confess introduce invite cover take wait walk open switch charge carry sleep lock log_out hand_over`),
}
