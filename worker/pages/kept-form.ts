import type { Context } from 'hono'
import * as v from 'valibot'
import type { KeptForm } from '../../web/page'
import { readAddressOf } from '../contract/addresses'
import { limits } from '../contract/limits'
import type { HonoEnv } from '../hono-env'
import { readFields } from './read-input'

/** Typed anew each time: nothing of it stands in a page. */
const secrets = new Set(['current', 'password'])
const keptSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

/** Forms that show themselves again with what was typed; the acts of other pages are single buttons. */
const showsItself = (act: string) =>
  /^\/(?:enterprise\/|account\/(?:name|notice|change-password|erase)(?:\?|$))[\x21-\x7e]*$/.test(
    readAddressOf(act).path,
  )

/** What was typed into a form whose session had ended, to travel through sign-in; null where nothing was, or too much. */
export async function keepForm(c: Context<HonoEnv>): Promise<KeptForm | null> {
  const { pathname, search } = new URL(c.req.url)
  const fields = await readFields(c)
  const again = keptFormOf({ ...fields, act: pathname + search })
  if (again || !showsItself(pathname)) return again
  const typed = Object.entries(fields).filter(([name, value]) => value !== '' && !secrets.has(name))
  const text = JSON.stringify(Object.fromEntries(typed))
  const fits = encodeURIComponent(text).length <= limits.keptForm
  return typed.length > 0 && fits ? { act: pathname + search, fields: text } : null
}

/** What a form brings back from sign-in; null where it is no such form. */
export function keptFormOf({ act = '', kept = '' }: Record<string, string>): KeptForm | null {
  const isHere = act.startsWith('/') && !act.startsWith('//') && showsItself(act)
  return isHere && v.is(keptSchema, kept) ? { act, fields: kept } : null
}

export const typedIn = ({ fields }: KeptForm): Record<string, string> => v.parse(keptSchema, fields)
