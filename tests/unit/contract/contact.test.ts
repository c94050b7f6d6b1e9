import { describe, expect, it } from 'vitest'
import { contactKind } from '../../../worker/contract/contact'
import { maskName } from '../../../worker/contract/masks'

describe('contactKind', () => {
  it.each([
    '13800138000',
    '+8613800138000',
    '8613800138000',
    '138 0013 8000',
    '020-83133200',
    '02083133200',
    '0755-1234567',
    '020-83133200-123',
  ])('takes %s for a telephone', (contact) => {
    expect(contactKind(contact)).toBe('phone')
  })

  it.each(['zhu@example.test', 'a.b+c@mail.example.com', '朱@例子.中国'])(
    'takes %s for e-mail',
    (contact) => {
      expect(contactKind(contact)).toBe('email')
    },
  )

  it.each([
    '',
    '12345678901',
    '1380013800',
    '138001380000',
    'zhu',
    'zhu@',
    '@example.test',
    'zhu@example',
    'a@b@c.d',
    '微信 zhu',
    '13800138000 zhu@example.test',
  ])('takes %j for neither', (contact) => {
    expect(contactKind(contact)).toBeNull()
  })
})

describe('maskName', () => {
  it.each([
    ['朱建国', '朱**'],
    ['朱', '朱**'],
    ['欧阳修远', '欧**'],
    ['𠮷野', '𠮷**'],
    [' Zhu ', 'Z**'],
    ['', ''],
    ['  ', ''],
  ])('shows %j as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
