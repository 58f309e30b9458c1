// Word classes for patterns: plain words (see words.ts), "_" for a space; a few are shapes of words.

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const irregular =
  setOf(`told lied took read spent hid forgot broke left kept sent sold stole drank went came slept met saw wrote said gave got let made
  ran threw hit drove spoke rang chose cut put shut bought paid lent lost found held sat stood swore tore woke wore ate bit blew drew fell flew froze grew
  did cheated shot spat set stuck taught bet bound dealt fed fought led lit meant rode shook sank snuck sought spread swept swung undid withheld overspent
  knew heard thought felt began hung misled crept swam sang flung overheard copied`)

/** What goes on inside a person, or verbs that say nothing yet: no deed is named by them. */
const inner =
  setOf(`felt thought wanted hoped knew tried meant needed decided realised believed wished loved hated liked cared worried assumed guessed
  apologised promised regretted hurt harmed upset offended messed screwed ruined acted behaved reacted handled failed understood remembered
  deserved happened noticed learned changed started stopped got let made did was had been disappointed caused wronged asked planned heard
  wondered agreed admitted accepted owned thanked appreciated looked need feed deed indeed red bed used chose enjoyed meant stayed began fucked`)

/** Words in -ing that name no deed. */
const idle =
  setOf(`being hurting everything nothing anything something letting making doing having upsetting causing acting behaving reacting feeling failing
  getting messing screwing ruining offending disappointing handling wronging morning evening during treating adding bringing`)

const noName = setOf(
  `i you we it this that nobody no-one what which who nothing never not to and but or me my how when because if all just so is was be`,
)

export const classes: Readonly<Record<string, string | ((word: string) => boolean)>> = {
  adv: `just only even still already now then ever maybe perhaps sometimes often again both all always simply also so well both once merely first
    since too`,
  sorry:
    "sorry apologise apologises apologised apologising apologies apology apologetic regret regrets regretted my_bad",
  regret: `sorry apologise apologies regret regrets feel_bad feels_bad feel_terrible feel_awful hate makes_me_sad saddens_me pity shame unfortunate sad
    disappointed pains_me hurts_me my_bad`,
  one: "you she he they people everyone everybody anyone anybody some_people some_of_you others those ana ben my_family the_team the_family",
  be: "am is are was were be been being has_been have_been had_been got get gets getting became become seem look looked may_be might_be may_have_been were_left felt",
  feel: "feel feels felt feeling are_feeling have_felt may_feel do_not_feel did_not_feel still_feel",
  hurt: `hurt hurts hurting upset upsets upsetting offend offends offended wound wounded harm harmed pained disappoint disappointed disrespected
    embarrassed humiliated betrayed scared worried annoyed bothered distressed insulted frightened let_you_down caused_you shocked confused made_you_sad triggered saddened`,
  state: `upset hurt hurting offended angry annoyed sad disappointed uncomfortable distressed embarrassed excluded ignored unhappy insulted confused neglected
    bad cross worried frustrated mad furious bothered sensitive anxious unloved unheard unappreciated uneasy betrayed disrespected humiliated lonely alone
    inconvenienced affected bitter jealous stressed unsupported unwelcome overlooked unvalued sore wounded let_down left_out put_out cut_up alarmed attacked
    bent_out_of_shape worked_up pissed_off struggling suffering dissatisfied misled shocked heartbroken devastated in_pain having_a_hard_time finding_this_hard
    unsettled rattled disheartened discouraged hostile`,
  mental: `took take taken saw see perceive perceived interpreted interpret read misunderstood misread misinterpreted misunderstand understood thought think
    believe believed found find experienced received viewed view construed misheard misjudged heard do_not_like did_not_like do_not_trust
    did_not_understand do_not_understand do_not_see did_not_see do_not_agree did_not_get do_not_believe did_not_enjoy did_not_appreciate got_the_impression
    got_the_wrong reacted feel feels felt resent minded did_not_find doubt have_doubts lost_faith expected got_it_wrong`,
  harm: `hurt harm offence offense distress upset pain inconvenience damage confusion embarrassment disappointment worry trouble discomfort concern sadness
    suffering anguish annoyance grief stress`,
  maybe: "may might could may_well possibly perhaps",
  tired: `tired stressed drunk exhausted busy hungover hungry ill overwhelmed overworked swamped drained pissed wasted tipsy depressed knackered
    shattered young lonely grieving broke desperate burnt_out worn_out out_of_it hammered high stoned sick unwell sleep-deprived rushed snowed_under
    overloaded run_off_my_feet emotional mourning in_shock`,
  low: `angry jealous upset hurting bored scared hurt confused frustrated anxious insecure immature naive stupid weak curious`,
  small: `little small tiny minor slight harmless innocent white silly wee teeny trivial petty mere clerical honest simple insignificant dumb_little
    silly_little stupid_little tiny_little innocent_little small_white`,
  slip: `mistake mistakes error errors lie lies fib fibs slip slips thing things joke jokes comment comments text texts kiss drink drinks misunderstanding mishap
    incident disagreement lies argument tiff bet flirt hiccup blip oversight indiscretion secret message remark favour loan chat talk word matter detail sum
    amount issue problem bump moment scratch mark fight row spat bit bit_of_fun fun prank tease flirting gossip exaggeration formality technicality delay`,
  joke: "joke joking banter kidding messing teasing laugh fun playing prank wind-up having_a_laugh having_fun messing_about messing_around playing_around pulling_your_leg",
  wrong: `mistake mistakes error errors lie lies promise promises boundary boundaries trust line lines confidence word words thing things harm hurt damage
    message messages letter letters account rule rules agreement agreements secret secrets decision decisions choice choices feelings offence information data diary payment
    bill appointment plans savings privacy confidentiality deadline deadlines opportunity birthday anniversary photo photos picture pictures email emails
    complaint budget details facts truth stuff name phone vows faith call calls request procedure procedures wrongs hurts money`,
  wronged: `broke abused acted_on acted_upon adjusted altered answered attached betrayed blurred borrowed breached broken burnt called cancelled caused changed charged
    checked compromised copied crossed cut damaged dealt_with delayed deleted dented destroyed disclosed discussed done double-booked drained dropped
    edited emptied erased exceeded exchanged filmed followed followed_up forged forgotten forwarded given given_away handled_badly handled_poorly hidden
    honoured hurt ignored kept leaked learned left_behind left_off left_on left_open left_out let_down listened_to logged lost made miscalculated
    miscommunicated mishandled mislaid misplaced misquoted misread misrepresented missed misused mixed mixed_up moved muddled neglected never_kept
    never_made never_passed never_sent never_told not_communicated not_done not_followed not_handled not_kept not_made not_met not_paid not_passed
    not_passed_on not_respected not_sent not_shared not_told opened overcharged overlooked overspent paid passed passed_on pawned posted processed
    published put_off raised read recorded removed respected returned revealed said scratched sent set_aside shared shut signed smashed sold spent stolen
    struck taken thrown thrown_away thrown_out told torn turned_off updated used used_up violated wiped withheld written`,
  shabby: `wrong selfish cruel unfair dishonest cowardly unkind careless thoughtless reckless disloyal rotten lousy mean awful terrible horrible nasty low
    shameful petty spiteful childish vile bad dirty sly cheap rude disrespectful unacceptable inexcusable not_fair not_okay not_right a_betrayal`,
  all: "everything whatever anything stuff it_all all_this all_that all_of_it all_of_this all_of_that whatever_it_was the_lot the_whole_thing the_whole_mess",
  past: (word) => !inner.has(word) && (irregular.has(word) || /^[a-z]{2,}ed$/.test(word)),
  anypast: (word) => irregular.has(word) || /^[a-z]{2,}(?:ed|t)$/.test(word),
  act: (word) => !idle.has(word) && /^[a-z]{2,}ing$/.test(word),
  better: `better nicer kinder calmer good patient honest open careful thoughtful considerate mindful attentive supportive understanding present loving kind
    respectful responsible transparent reliable truthful loyal faithful trustworthy different communicative affectionate committed grateful available
    mature aware involved engaged positive caring worthy professional sensitive helpful tidy organised selfish distant defensive jealous angry moody there
    someone_you_can_rely_on someone_you_can_trust someone_you_can_count_on straight upfront fair gentle sweet`,
  role: `person partner friend mate husband wife boyfriend girlfriend son daughter brother sister mum dad colleague man woman father mother parent listener
    teammate manager boss neighbour boy girl human housemate flatmate leader team communicator someone guy`,
  reply: "answer reply respond call text write ring message speak talk phone",
  now: "now today tonight asap immediately tomorrow soon quickly straight_away right_away right_now at_once by before when as_soon",
  time: `today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday morning evening week month weekend night noon lunch midday
    o'clock january february march april june july august september october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays
    minutes hours days weeks months evenings mornings day hour six seven eight nine ten eleven twelve five four three two one 1st 1 2 3 4 5 6 7 8 9 10 11 12`,
  concrete: `text call ring phone email tell show give return repay pay replace send bring book cancel delete move leave hand ask write drive pick collect cook
    wash clean mend print post put turn stop go come meet check log list keep knock read sit stay say speak transfer buy order sign
    share uninstall block unfollow message explain confess introduce invite cover take wait walk open switch charge carry sleep lock hand copy raise look drink
    hide borrow repeat give log count wear build water feed record`,
  name: (word) => !noName.has(word) && /^[a-z]+$/.test(word),
}
