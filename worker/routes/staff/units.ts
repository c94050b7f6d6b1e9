import { Hono } from 'hono'
import {
  measureUnitsSchema,
  measureUnitsViewSchema,
  unitMemberSchema,
  unitsViewSchema,
} from '../../contract/units'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { changeMeasureUnits } from '../../services/units/change-measure-units'
import { changeMember } from '../../services/units/change-member'
import { listUnits } from '../../services/units/list-units'
import { describe } from '../describe'

const forStaff = ['unauthenticated', 'forbidden'] as const
const aWrite = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** The offices: staff see them, administrators change them. */
export const unitRoutes = new Hono<HonoEnv>()
  .get(
    '/units',
    describe({
      summary: 'The units with their members and measures, and everybody who may be given a case',
      ok: { schema: unitsViewSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json(await listUnits(c.var.ctx)),
  )
  .post(
    '/units/members',
    describe({
      summary: 'Make somebody a member or a head of a unit, or take them out of it (administrators)',
      ok: { schema: unitsViewSchema },
      errors: [...forStaff, ...aWrite],
    }),
    validate('json', unitMemberSchema),
    async (c) => c.json(await changeMember(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/measures/units',
    describe({
      summary: 'Say which unit leads a measure and which support it (administrators)',
      ok: { schema: measureUnitsViewSchema },
      errors: [...forStaff, ...aWrite, 'not_found'],
    }),
    validate('json', measureUnitsSchema),
    async (c) => c.json(await changeMeasureUnits(c.var.ctx, c.req.valid('json'))),
  )
