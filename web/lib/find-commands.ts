interface Findable {
  name: string
  /** The same in the other language. */
  also?: string | undefined
  group: string
}

/** The commands that have every word of the query, the closest first; all of them where nothing is asked for. */
export function findCommands<Command extends Findable>(
  query: string,
  commands: readonly Command[],
): readonly Command[] {
  const sought = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (sought.length === 0) return commands
  return commands
    .map((command) => ({ command, distance: sum(sought.map((word) => distanceOf(word, command))) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance)
    .map(({ command }) => command)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function distanceOf(word: string, { name, also = '', group }: Findable): number {
  const own = name.toLowerCase()
  if (own.startsWith(word)) return 0
  if (own.includes(word)) return 1
  if (also.toLowerCase().includes(word)) return 2
  if (group.toLowerCase().includes(word)) return 3
  return hasInOrder(own, word) ? 4 : Number.POSITIVE_INFINITY
}

/** 退改 is in 退回修改. */
function hasInOrder(text: string, characters: string): boolean {
  let from = 0
  for (const character of characters) {
    const at = text.indexOf(character, from)
    if (at < 0) return false
    from = at + character.length
  }
  return true
}
