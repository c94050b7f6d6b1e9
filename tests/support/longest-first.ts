import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes a worker longest begins first, so that the others do not wait for it at the end. */
const longest = [
  'api/access-matrix',
  'api/refusals',
  'journeys/public-pages',
  'runtime/local-start',
  'journeys/desk-pages',
  'journeys/from-opinions-to-answers',
  'journeys/moderators',
  'journeys/one-firm',
  'journeys/second-look',
  'runtime/durability',
  'journeys/people',
  'journeys/individual',
  'journeys/answers',
  'runtime/export-stream',
  'journeys/states',
  'runtime/due-work',
  'runtime/verify',
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
