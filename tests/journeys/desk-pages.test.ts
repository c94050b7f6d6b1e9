import { beforeAll } from 'vitest'
import type { Visitor } from '../support/browser-page'
import { type Case, checkEveryPage } from '../support/check-pages'
import { signIn } from '../support/desk-errand'
import { adminPages, moderationPages, staffPages } from '../support/desk-pages'
import { type EveryPage, makeShown, type Shown } from '../support/every-page'
import { startJourney } from '../support/journey'

const journey = startJourney()

/** An administrator at the moderators' desk would be dealt what the moderator is to see. */
const desks = { moderator: '/desk/moderation', staff: '/desk/staff', admin: '/desk/people' }

let shown: Shown
const visitors = {} as Record<keyof typeof desks, Visitor>

beforeAll(async () => {
  shown = await makeShown(journey)
  for (const name of ['moderator', 'staff', 'admin'] as const) {
    visitors[name] = await journey.visit({ meets: [401, 403, 404, 422] })
    await visitors[name].context.addInitScript(() => localStorage.clear())
    const email = `${name}@yanlu.test`
    await signIn(visitors[name].page, { email, password: shown.password(email) }, desks[name])
  }
})

const cases = (who: keyof typeof visitors, pages: EveryPage[]) =>
  pages.map((page): Case => [page.name, () => visitors[who], page])

checkEveryPage(journey, () => shown, [
  ...cases('moderator', moderationPages),
  ...cases('staff', staffPages),
  ...cases('admin', adminPages),
])
