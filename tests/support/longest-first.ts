import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes a worker longest begins first, so that the other does not wait for it at the end. */
const longest = [
  'api/access-matrix',
  'api/refusals',
  'runtime/local-start',
  'journeys/public-pages',
  'journeys/desk-pages',
  'journeys/from-opinions-to-answers',
  'journeys/people',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`))
  return place < 0 ? longest.length : place
}
