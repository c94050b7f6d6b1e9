import { expect, it } from 'vitest'
import { sortColleagues } from '../../../web/views/desk/moderation/sort-colleagues'

const person = (name: string, more: object = {}) => ({
  id: name,
  name,
  isOnline: false,
  isOnDuty: false,
  isMe: false,
  holds: 0,
  ...more,
})

it('offers whoever is at the desk and on duty first, the least busy among equals, and never oneself', () => {
  const offered = sortColleagues([
    person('何立'),
    person('我', { isMe: true, isOnline: true }),
    person('陈静', { isOnDuty: true }),
    person('王敏', { isOnline: true, isOnDuty: true, holds: 9 }),
    person('周宁', { isOnline: true, isOnDuty: true, holds: 2 }),
    person('李工', { isOnline: true }),
  ])
  expect(offered.map(({ name }) => name)).toEqual(['周宁', '王敏', '李工', '陈静', '何立'])
})
