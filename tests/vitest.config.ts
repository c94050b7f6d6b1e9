import solid from 'vite-plugin-solid'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { assetList } from '../worker/local/asset-list'
import { root } from '../worker/local/folders'
import { LongestFirst } from './support/longest-first'

type Limits = NonNullable<TestProjectInlineConfiguration['test']>

/** Files of one worker share what they import, which is most of their time. */
const quick: Limits = { testTimeout: 5_000, isolate: false }
const onDatabase: Limits = { testTimeout: 20_000, hookTimeout: 30_000, isolate: false }
/** What runs against the whole product mostly waits: for a page, for a grace that passes, for a mail. */
const onProduct: Limits = {
  testTimeout: 60_000,
  hookTimeout: 90_000,
  maxWorkers: 4,
  expect: { poll: { timeout: 10_000 } },
  globalSetup: ['tests/support/seeded-folder.ts'],
}
/** Journeys that measure how soon something is on the screen: they have the machine to themselves. */
const paced = ['tests/journeys/hundred-by-keyboard.test.ts', 'tests/journeys/two-desks.test.ts']

export default defineConfig({
  root,
  plugins: [solid({ ssr: true, hot: false }), assetList({ from: 'sources' })],
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      project('structure', 0, quick),
      project('unit', 0, quick),
      project('api', 1, onDatabase),
      project('runtime', 2, onProduct),
      project('journeys', 2, { ...onProduct, exclude: paced, isolate: false }),
      project('paced', 3, { ...onProduct, include: paced, maxWorkers: 1 }),
    ],
  },
})

/** One folder of tests; the groups run one after another, so that a browser never shares the cores with the database tests. */
function project(name: string, groupOrder: number, limits: Limits): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], sequence: { groupOrder }, ...limits },
  }
}
