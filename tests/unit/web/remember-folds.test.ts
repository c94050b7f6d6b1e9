import { expect, it } from 'vitest'
import { isFolded, rememberFold } from '../../../web/lib/remember-folds'

function memory() {
  const held = new Map<string, string>()
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
}

it('a thread that was folded is folded again, until it is opened', () => {
  const storage = memory()
  rememberFold(storage, 'a', true)
  expect([isFolded(storage, 'a'), isFolded(storage, 'b')]).toEqual([true, false])
  rememberFold(storage, 'a', false)
  expect(isFolded(storage, 'a')).toBe(false)
})

it('only the last two hundred folds are remembered', () => {
  const storage = memory()
  for (let i = 0; i <= 200; i += 1) rememberFold(storage, `t${i}`, true)
  expect([isFolded(storage, 't0'), isFolded(storage, 't1'), isFolded(storage, 't200')]).toEqual([
    false,
    true,
    true,
  ])
})

it('memory that somebody else spoilt counts as empty', () => {
  const storage = memory()
  storage.setItem('yanlu:folded', '{')
  expect(isFolded(storage, 'a')).toBe(false)
})
