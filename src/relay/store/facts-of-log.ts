/** What the relay knows of a log that went back, by its hex id: which members have shown what they hold, and its incarnation. */
export function backFact(log: string): string {
  return `back ${log}`
}

export function incarnationFact(log: string): string {
  return `incarnation ${log}`
}

export function factsOfLog(log: string): readonly string[] {
  return [backFact(log), incarnationFact(log)]
}
