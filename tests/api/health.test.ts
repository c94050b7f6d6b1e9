import { expect, it } from 'vitest'
import type { HealthView } from '../../worker/contract/health'
import { bodyOf } from '../support/answers'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()

it('says that service and database answer, and what time it is', async () => {
  expect(await bodyOf<HealthView>(await app.get('/api/health'))).toEqual({
    status: 'ok',
    database: 'ok',
    time: app.clock.now().toISOString(),
  })
})
