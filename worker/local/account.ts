import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from '@libsql/client'
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { ServiceContext } from '../context'
import { type OfficeRole, officeRoles } from '../contract/words'
import { users } from '../db/schema'
import { AppError } from '../errors'
import { createAccount } from '../services/accounts/create-account'
import { removeSecondFactor } from '../services/accounts/remove-second-factor'
import { resetPassword } from '../services/accounts/reset-password'
import { connect } from './connect'
import { readRun } from './data-folder'
import { root } from './folders'
import { endWith, Refusal } from './refusal'
import { systemContext } from './seed'

type Order =
  | { verb: 'add'; role: OfficeRole; email: string; name: string }
  | { verb: 'reset' | 'remove-second-factor'; email: string }

await run().catch(endWith)

async function run(): Promise<void> {
  const order = readOrder(process.argv.slice(2))
  const client = openDatabase(process.env)
  const password = await carryOut(order, client)
  client.close()
  if (password === null) {
    console.log(`${order.email}  两步验证已关闭。/ Two-step verification is off.`)
    return
  }
  console.log(`${order.email}  ${password}`)
  console.log('密码只显示这一次。/ The password is shown this once.')
}

function readOrder(args: string[]): Order {
  const usage = new Refusal(
    `用法：npm run account -- add <${officeRoles.join('|')}> <邮箱> [姓名]，或 reset <邮箱>，或 remove-second-factor <邮箱>。`,
    `Usage: npm run account -- add <${officeRoles.join('|')}> <email> [name], or reset <email>, or remove-second-factor <email>.`,
  )
  const [verb, ...rest] = readPositionals(args, usage)
  if ((verb === 'reset' || verb === 'remove-second-factor') && rest.length === 1)
    return { verb, email: readEmail(rest[0]) }
  const [given, address, ...name] = rest
  const role = officeRoles.find((known) => known === given)
  if (verb !== 'add' || !role || !address) throw usage
  const email = readEmail(address)
  return { verb, role, email, name: name.join(' ') || email.replace(/@.*/, '') }
}

function readPositionals(args: string[], usage: Refusal): string[] {
  try {
    return parseArgs({ args, allowPositionals: true, strict: true }).positionals
  } catch {
    throw usage
  }
}

function readEmail(given = ''): string {
  const email = given.trim().toLowerCase()
  if (v.is(v.pipe(v.string(), v.email()), email)) return email
  throw new Refusal(`“${given}”不是邮箱地址。`, `“${given}” is not an e-mail address.`)
}

/** The database of DATABASE_URL, else of the product that runs on the data folder. */
function openDatabase(env: NodeJS.ProcessEnv): Client {
  if (env.DATABASE_URL) return connect(env.DATABASE_URL, env.DATABASE_AUTH_TOKEN)
  const folder = env.DATA_DIR || join(root, '.data')
  const running = readRun(folder)
  if (running) return connect(running.databaseUrl)
  throw new Refusal(
    `没有言路在 ${folder} 上运行：请先 npm start，或设 DATABASE_URL。`,
    `No Yanlu runs on ${folder}: npm start first, or set DATABASE_URL.`,
  )
}

/** Answers the password where one was made. */
async function carryOut(order: Order, client: Client): Promise<string | null> {
  const ctx = systemContext(client, new Date())
  try {
    if (order.verb === 'reset') return await resetPassword(ctx, order.email)
    if (order.verb === 'add') {
      const { email, name, role } = order
      return await createAccount(ctx, { email, name, role })
    }
    await removeSecondFactorOf(ctx, order.email)
    return null
  } catch (error) {
    throw explain(error, order.email)
  }
}

async function removeSecondFactorOf(ctx: ServiceContext, email: string): Promise<void> {
  const [user] = await ctx.db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!user) throw new AppError('not_found')
  await removeSecondFactor(ctx, user.id)
}

function explain(error: unknown, email: string): unknown {
  if (error instanceof AppError && error.code === 'not_found')
    return new Refusal(`没有账号 ${email}。`, `There is no account ${email}.`)
  if (error instanceof AppError && error.code === 'account_changed')
    return new Refusal(`账号 ${email} 没有开启两步验证。`, `The account ${email} has no second factor.`)
  const said = [error, (error as Error).cause].map(String).join(' ')
  if (said.includes('UNIQUE constraint failed'))
    return new Refusal(`账号 ${email} 已存在。`, `The account ${email} exists already.`)
  return new Refusal(`数据库无法使用：${said}`, 'The database cannot be used.')
}
