import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../worker/local/connect'
import { type Product, startProduct } from '../support/product'
import { Caller } from './caller'
import { whole } from './figures'
import { sowComments } from './sow-comments'

export const measure = '7.1'
export const clause = '7.1.3'
const password = 'benchmark-password'

/** Two data folders of one beginning: at `small` comments on the measure, and grown from there to `large`. */
export interface Stage {
  small: string
  large: string
}

export async function prepare(folder: string, rows: { small: number; large: number }): Promise<Stage> {
  const stage = { small: join(folder, 'small'), large: join(folder, 'large') }
  if (existsSync(stage.large)) return stage
  mkdirSync(stage.small, { recursive: true })
  await sow(stage.small, 1, rows.small)
  const unfinished = `${stage.large}.unfinished`
  cpSync(stage.small, unfinished, { recursive: true })
  await sow(unfinished, rows.small + 1, rows.large)
  renameSync(unfinished, stage.large)
  return stage
}

async function sow(dataFolder: string, from: number, to: number): Promise<void> {
  await withProduct(dataFolder, async ({ databaseUrl }) => {
    const client = connect(databaseUrl)
    const begun = performance.now()
    console.log(`sowing ${whole(to - from + 1)} comments …`)
    await sowComments(client, { measure, from, to })
    client.close()
    const seconds = (performance.now() - begun) / 1000
    console.log(`sown in ${seconds.toFixed(1)} s`)
  })
}

const running = new Set<Promise<Product>>()

/** Runs the whole product on a data folder for as long as `use` takes. */
export async function withProduct<Result>(
  dataFolder: string,
  use: (product: Product) => Promise<Result>,
  env: Record<string, string> = {},
): Promise<Result> {
  const starting = startProduct({
    env: { DATA_DIR: dataFolder, LOAD_TEST: '1', DEMO_PASSWORD: password, ...env },
  })
  running.add(starting)
  try {
    return await use(await starting)
  } finally {
    running.delete(starting)
    await (await starting).stop()
  }
}

/** Ends what runs, also what is only starting. */
export async function stopAll(): Promise<void> {
  await Promise.allSettled([...running].map(async (starting) => (await starting).stop()))
}

export async function callAs(product: Product, role: 'moderator' | 'staff'): Promise<Caller> {
  const caller = new Caller(product.address)
  await caller.signIn(`${role}@yanlu.test`, password)
  return caller
}
