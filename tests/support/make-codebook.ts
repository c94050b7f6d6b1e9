import { sql } from 'drizzle-orm'
import type { UserActor } from '../../worker/context'
import type { CodebookView } from '../../worker/contract/codebook'
import type { SampleView } from '../../worker/contract/coding-samples'
import type { NewSuggestion, RunView } from '../../worker/contract/suggestions'
import { users } from '../../worker/db/schema'
import { addCode } from '../../worker/services/coding/add-code'
import { addSuggestions } from '../../worker/services/coding/add-suggestions'
import { drawSample } from '../../worker/services/coding/draw-sample'
import { publishCodebook } from '../../worker/services/coding/publish-codebook'
import { putTag } from '../../worker/services/coding/put-tag'
import { startDraft } from '../../worker/services/coding/start-draft'
import { startRun } from '../../worker/services/coding/start-run'
import { makeComment } from './make-comment'
import { makeUser } from './make-user'
import type { TestApp } from './test-app'

export async function anyStaff(app: TestApp): Promise<UserActor> {
  const [user] = await app.db.select().from(users).where(sql`role = 'staff'`).limit(1)
  if (!user) return (await makeUser(app, 'staff')).actor
  return { kind: 'user', id: user.id, name: user.name, role: user.role }
}

const wording = {
  theme: '扶持政策',
  definition: '关于口径与标准。',
  example: '请明确认定口径。',
  included: '',
  excluded: '',
}

/** A draft of the codebook with codes by these keys, added to what it has. */
export async function makeCodebookDraft(app: TestApp, keys: string[] = []): Promise<CodebookView> {
  const ctx = app.context(await anyStaff(app))
  let draft = await startDraft(ctx)
  for (const key of keys)
    if (!draft.codes.some((code) => code.key === key))
      draft = await addCode(ctx, { edit: draft.edit, key, name: `编码${key}`, ...wording })
  return draft
}

/** A published codebook that has at least these codes. */
export async function makeCodebook(app: TestApp, keys: string[] = ['A1', 'A2']): Promise<CodebookView> {
  const { edit } = await makeCodebookDraft(app, keys)
  return publishCodebook(app.context(await anyStaff(app)), { edit, note: '' })
}

export const codeOf = ({ codes }: CodebookView, key: string): number =>
  codes.find((code) => code.key === key)?.id ?? 0

export async function makeTag(app: TestApp, publicId: string, code: number, by?: UserActor) {
  const item = await putTag(app.context(by ?? (await anyStaff(app))), publicId, { revision: 1, code })
  const tag = item.tags.find(({ codeId }) => codeId === code)
  if (!tag) throw new Error('the tag was not put')
  return tag
}

export const testParameters = {
  shortest: 2,
  longest: 3,
  leastComments: 2,
  mostShare: 0.5,
  mostFeatures: 20_000,
  clusters: 2,
  rounds: 20,
  leastScore: 0.1,
  perComment: 1,
}

/** A run of the machine by this person, complete unless the test says otherwise. */
export async function makeRun(
  app: TestApp,
  version: number,
  suggestions: NewSuggestion[],
  { by, isLast = true }: { by?: UserActor; isLast?: boolean } = {},
): Promise<RunView> {
  const ctx = app.context(by ?? (await anyStaff(app)))
  const { id } = await startRun(ctx, {
    version,
    seed: 7,
    parameters: testParameters,
    clusters: [{ number: 1, size: 2, phrases: ['口径'], examples: [] }],
    commentCount: 2,
  })
  return addSuggestions(ctx, id, { ...(suggestions.length > 0 && { suggestions }), isLast })
}

/** A sample of one comment, or of as many, with its two coders. */
export async function makeSample(
  app: TestApp,
  { size = 1, seed = 7, coders }: { size?: number; seed?: number; coders?: [UserActor, UserActor] } = {},
): Promise<{ sample: SampleView; first: UserActor; second: UserActor }> {
  await makeCodebook(app)
  await makeComment(app)
  const [first, second] = coders ?? [
    (await makeUser(app, 'staff', '编码员甲')).actor,
    (await makeUser(app, 'staff', '编码员乙')).actor,
  ]
  const sample = await drawSample(app.context(first), {
    size,
    seed,
    firstCoder: first.id,
    secondCoder: second.id,
  })
  return { sample, first, second }
}
