import type { Client } from '@libsql/client'
import type { ServiceContext } from '../context'
import { databaseOf } from '../db/client'
import { periodOfDays } from '../services/consultations/rules'
import { type DemoAccount, sowDemoAccounts } from './sow-demo'
import { sowReference } from './sow-reference'

const defaultPeriod = 30
const demoHeadStart = 13 * 86_400_000

/** A context for the product's own work: seeds, migrations and the command line. */
export function systemContext(client: Client, now: Date): ServiceContext {
  return {
    db: databaseOf(client),
    actor: { kind: 'system' },
    consultation: null,
    now,
    requestId: crypto.randomUUID(),
    files: null,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    keyFor: () => {
      throw new Error('the command line holds no keys')
    },
    isLoadTest: false,
    stir: () => {},
  }
}

/** Brings the reasons up to date and, when the database holds no plan, imports it, open from today for 30 days. */
export async function importSeeds(client: Client, { now }: { now: Date }): Promise<void> {
  await sowReference(systemContext(client, now), periodOfDays(now, defaultPeriod))
}

/** Fills a local database with the plan and the demo accounts, each with a random password unless one is given. */
export async function seedAccounts(
  ctx: ServiceContext,
  demoPassword: string | undefined,
): Promise<DemoAccount[]> {
  await sowReference(ctx, periodOfDays(new Date(ctx.now.getTime() - demoHeadStart), defaultPeriod))
  return sowDemoAccounts(ctx, demoPassword)
}
