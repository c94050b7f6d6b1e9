/** Repeatable random bytes. The two that choose a challenge's counter stay small, so that it is solved at once. */
export class Chance {
  private state = 20_210_319
  private readonly planned: Uint8Array[] = []

  /** The bytes of the next draws of their length, before chance goes on. */
  plan(...draws: number[][]): void {
    this.planned.push(...draws.map((draw) => Uint8Array.from(draw)))
  }

  random = (bytes: number): Uint8Array => {
    const at = this.planned.findIndex((draw) => draw.length === bytes)
    const [draw] = at < 0 ? [] : this.planned.splice(at, 1)
    if (draw) return draw
    const drawn = Uint8Array.from({ length: bytes }, () => this.nextByte())
    return bytes === 2 ? Uint8Array.of(0, (drawn[1] ?? 0) % 8) : drawn
  }

  private nextByte(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0
    return this.state >>> 24
  }
}
