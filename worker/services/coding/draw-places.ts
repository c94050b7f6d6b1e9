import { seededChance } from '../../contract/seeded-chance'

/** `size` different places of `population`, counted from 0, in the order drawn: Fisher and Yates, of which only the part drawn is kept. */
export function drawPlaces(seed: number, size: number, population: number): number[] {
  const chance = seededChance(seed)
  const moved = new Map<number, number>()
  const drawn: number[] = []
  for (let place = 0; place < size; place += 1) {
    const other = place + Math.floor(chance() * (population - place))
    drawn.push(moved.get(other) ?? other)
    moved.set(other, moved.get(place) ?? place)
  }
  return drawn
}
