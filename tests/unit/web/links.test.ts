import { describe, expect, it } from 'vitest'
import { commentFormPath, languagePath, measurePath, searchPath } from '../../../web/lib/links'

describe('addresses', () => {
  it('leave out what is usual', () => {
    expect(measurePath('7.1', { sort: 'newest', clause: undefined })).toBe('/measures/7.1')
  })

  it('carry what the reader chose', () => {
    expect(
      measurePath('7.1', { clause: '7.1.2', kind: 'enterprise', sort: 'oldest', after: 'x' }, 'thread'),
    ).toBe('/measures/7.1?clause=7.1.2&kind=enterprise&sort=oldest&after=x#thread')
  })

  it('name the sentence and the comment that a new one is about', () => {
    expect(commentFormPath('7.1', { clause: '7.1.2', parent: 'GX21-7F3K-92QX' })).toBe(
      '/measures/7.1/comment?clause=7.1.2&parent=GX21-7F3K-92QX',
    )
  })

  it('survive any text in a query', () => {
    const path = searchPath('专精特新&a=1#?')
    expect(new URL(path, 'http://yanlu.test').searchParams.get('q')).toBe('专精特新&a=1#?')
  })

  it('bring the reader back to the page that the language was changed on', () => {
    const path = languagePath('en', '/search?q=技改&after=x')
    expect(new URL(path, 'http://yanlu.test').searchParams.get('back')).toBe('/search?q=技改&after=x')
  })
})
