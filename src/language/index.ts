// The coach: it reads along, on the device, and asks.
//
// Promises: pure and instant; the same words always get the same answer; every mark says which rule spoke, why, and on what ground;
// whoever quotes, reports or refuses a fault is not marked for it. When in doubt it is silent: a wrong accusation in an apology costs
// more than a missed one.
// A mark never moves and none is added to a sentence that is finished, whatever is written after it. A soft mark may go, when the next
// words answer its question.
//
// Never: it never writes or completes a sentence, never grades, never says that something is a good apology, never judges whether a
// person means it. It does not look for threats or self-harm: that is another page's task.
//
// Start reading: reading.ts (what comes out), rule.ts (what a rule is), pattern.ts (how a rule is written), en/ (the rules),
// reader.ts (how it all meets). To add a rule: put it into its family's file under en/, with its hits and misses; nothing else.
export { createReader, read } from "./reader.ts"
export { rules } from "./en/rules.ts"
export { partRules as parts } from "./en/part-rules.ts"
export type { FaultId, Mark, PartId, Reading, TextKind } from "./reading.ts"
export type { AtLeastFour, PartRule, Rule } from "./rule.ts"
