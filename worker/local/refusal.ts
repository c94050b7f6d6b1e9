/** An end with one sentence for the person at the terminal, instead of a stack trace. */
export class Refusal extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`)
    this.name = 'Refusal'
  }
}

/** Writes why the command ends, and ends it with code 1; only an unforeseen error shows its stack. */
export function endWith(error: unknown): never {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}
