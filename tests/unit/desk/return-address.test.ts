import { describe, expect, it } from 'vitest'
import {
  afterSignIn,
  deskRoles,
  desksFor,
  inHead,
  ownDesk,
  signInPath,
} from '../../../web/views/desk/return-address'
import { officeRoles } from '../../../worker/contract/words'

describe('the desk of a role', () => {
  it('is moderation for moderators and administrators, the cases for staff', () => {
    expect(ownDesk('moderator')).toBe('moderation')
    expect(ownDesk('senior_moderator')).toBe('moderation')
    expect(ownDesk('admin')).toBe('moderation')
    expect(ownDesk('staff')).toBe('cases')
  })

  it('is never the only one: everybody has their own account, administrators have all', () => {
    expect(desksFor('admin')).toEqual(Object.keys(deskRoles))
    for (const role of officeRoles) expect(desksFor(role)).toContain('account')
    expect(desksFor('staff')).not.toContain('people')
    expect(desksFor('senior_moderator')).not.toContain('people')
  })

  it('of a senior moderator are all that a moderator has', () => {
    expect(desksFor('senior_moderator')).toEqual(expect.arrayContaining(desksFor('moderator')))
  })
})

describe('the head of the desk', () => {
  it('has all desks of a moderator, and of those with many the daily ones', () => {
    expect(inHead(desksFor('moderator'))).toEqual(desksFor('moderator'))
    expect(inHead(desksFor('admin'))).toEqual(['moderation', 'deadlines', 'cases', 'answers'])
    expect(inHead(desksFor('staff'))).toEqual(['cases', 'answers', 'coding', 'revisions'])
  })
})

describe('the way back after sign-in', () => {
  it('leads to the page asked for, filter included', () => {
    const asked = '/desk/moderation?kind=enterprise&measure=7.1'
    const [, query] = signInPath(asked).split('?')
    expect(new URLSearchParams(query).get('return')).toBe(asked)
    expect(afterSignIn(asked, 'moderator')).toBe(asked)
  })

  it('leads to a page below a desk, and only for those whose desk it is', () => {
    const asked = '/desk/moderation/decided?decision=reject'
    expect(afterSignIn(asked, 'senior_moderator')).toBe(asked)
    expect(afterSignIn(asked, 'staff')).toBe('/desk/cases')
    expect(afterSignIn('/desk/moderations', 'moderator')).toBe('/desk/moderation')
  })

  it('leads to the own desk where the role may not see the page asked for', () => {
    expect(afterSignIn('/desk/staff', 'moderator')).toBe('/desk/moderation')
    expect(afterSignIn('/desk/moderation', 'staff')).toBe('/desk/cases')
  })

  it('leads to the own desk where nothing was asked for', () => {
    expect(afterSignIn(undefined, 'staff')).toBe('/desk/cases')
  })

  it.each([
    'https://example.org/desk/moderation',
    '//example.org/desk/moderation',
    '/\\example.org',
    '/desk/../admin',
    '/desk/sign-in',
    '/desk/moderation/\\example.org',
    'javascript:alert(1)',
  ])('never leaves the desk: %s', (asked) => {
    expect(afterSignIn(asked, 'moderator')).toBe('/desk/moderation')
  })
})
