/** One after the other for each name; a failure of one does not hold up the next. */
export function createTurns(): <T>(name: string, run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, run) => {
    const turn = (last.get(name) ?? Promise.resolve()).catch(() => undefined).then(run)
    last.set(name, turn)
    const over = (): void => {
      if (last.get(name) === turn) last.delete(name)
    }
    turn.then(over, over)
    return turn
  }
}
