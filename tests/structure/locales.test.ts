import { describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { formWords } from '../../web/locales/form'
import { errorStatus, fieldCodes } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import { files, read } from './sources'

type Entry = [path: string, value: unknown]

function entriesOf(value: unknown, path = ''): Entry[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, path ? `${path}.${key}` : key))
}

/** By script, so that words of the desk that are added later are found too. */
const dictionaries = Object.entries({ words, formWords, domainWords })

describe.each(dictionaries)('%s', (_, { zh, en }) => {
  it('says everything in both languages', () => {
    const keys = (dictionary: unknown) =>
      entriesOf(dictionary).map(([path, value]) => `${path} ${typeof value}`)
    expect(keys(en)).toEqual(expect.arrayContaining(keys(zh)))
    expect(keys(zh)).toEqual(expect.arrayContaining(keys(en)))
  })

  it('leaves nothing empty', () => {
    for (const dictionary of [zh, en])
      expect(
        entriesOf(dictionary).filter(([, value]) => typeof value === 'string' && value.trim() === ''),
      ).toEqual([])
  })

  it('is in Chinese where it should be', () => {
    const foreign = entriesOf(zh).filter(
      ([path, value]) =>
        typeof value === 'string' &&
        /[a-z]{4}/i.test(value) &&
        !/\p{Script=Han}/u.test(value) &&
        path !== 'nav.language',
    )
    expect(foreign).toEqual([])
  })
})

it('has a sentence for every error code and field code', () => {
  for (const dictionary of Object.values(domainWords)) {
    expect(Object.keys(dictionary.errors).sort()).toEqual(Object.keys(errorStatus).sort())
    expect(Object.keys(dictionary.fields).sort()).toEqual([...fieldCodes].sort())
    for (const sentence of [...Object.values(dictionary.errors), ...Object.values(dictionary.fields)])
      expect(sentence).toMatch(/[。.]$/)
  }
})

describe('Chinese text', () => {
  const written = files.filter(
    (file) => /\/locales\/|^seeds\/.*\.ts$|column-meanings/.test(file) && /\.tsx?$/.test(file),
  )

  it('has no ASCII punctuation between Chinese characters', () => {
    const between = /\p{Script=Han}[,;:!?()]\s*\p{Script=Han}/u
    const found = written.flatMap((file) =>
      read(file)
        .split('\n')
        .map((line, i) => `${file}:${i + 1} ${line.trim()}`)
        .filter((line) => between.test(line)),
    )
    expect(found).toEqual([])
  })

  it('keeps its words in the locales, out of the pages’ code', () => {
    const drawn = files.filter(
      (file) => /^web\/(views|components|islands)\/.*\.tsx?$/.test(file) && !/locale|words/.test(file),
    )
    const found = drawn.flatMap((file) =>
      read(file)
        .split('\n')
        .map((line, i) => `${file}:${i + 1} ${line.trim()}`)
        .filter((line) => /\p{Script=Han}{2,}/u.test(line.replace(/\/\*\*?.*?\*\/|\/\/ .*$/g, ''))),
    )
    expect(found).toEqual([])
  })
})
