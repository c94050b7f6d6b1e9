import { expect, it } from 'vitest'
import { placeOfLine } from '../../../web/lib/place-of-line'

it.each(['\n', '\r\n', '\r'])('finds each line of a text whose lines end with %j', (end) => {
  const lines = ['一、甲', '', '（一）乙。', '丙']
  const text = lines.join(end)
  for (const [index, line] of lines.entries()) {
    const [from, to] = placeOfLine(text, index + 1)
    expect(text.slice(from, to)).toBe(line)
    expect(from === 0 || text.slice(0, from).endsWith(end)).toBe(true)
  }
})
