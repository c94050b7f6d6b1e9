import { describe, expect, it } from 'vitest'
import { findCommands } from '../../../web/lib/find-commands'

const commands = [
  { name: '不予发布', also: 'Do not publish', group: '操作' },
  { name: '发布', also: 'Publish', group: '操作' },
  { name: '退回修改', also: 'Return for change', group: '操作' },
  { name: '转给何立', group: '同事' },
  { name: '七.1 培育壮大制造业企业群', also: '7.1 Groups of enterprises', group: '措施' },
]
const found = (query: string) => findCommands(query, commands).map(({ name }) => name)

describe('finding a command', () => {
  it('offers everything before anything is typed', () => {
    expect(found('  ')).toEqual(commands.map(({ name }) => name))
  })

  it('puts the name that begins so first', () => {
    expect(found('发布')).toEqual(['发布', '不予发布'])
  })

  it('knows both languages, whatever the case', () => {
    expect(found('RETURN')).toEqual(['退回修改'])
  })

  it('takes characters that stand apart, in their order', () => {
    expect(found('退改')).toEqual(['退回修改'])
    expect(found('改退')).toEqual([])
  })

  it('wants every word that was typed', () => {
    expect(found('同事 何')).toEqual(['转给何立'])
    expect(found('7.1 企业')).toEqual(['七.1 培育壮大制造业企业群'])
    expect(found('同事 发布')).toEqual([])
  })
})
