import { describe, expect, it } from 'vitest'
import { type Disposition, dispositions } from '../../../worker/contract/words'
import { demands, findFaults } from '../../../worker/services/dispositions/rules'

/** What each asks for: a change of the text or that none is needed, somebody it goes to. */
const asked: Record<Disposition, 'text' | 'receiver' | 'nothing'> = {
  adopted: 'text',
  partly: 'text',
  not_adopted: 'nothing',
  already_covered: 'nothing',
  out_of_scope: 'nothing',
  passed_on: 'receiver',
}
const led = dispositions.filter((disposition) => asked[disposition] === 'text')
const others = dispositions.filter((disposition) => asked[disposition] !== 'text')

describe.each(dispositions)('%s', (disposition) => {
  it('asks for what it asks for', () => {
    const textChange = asked[disposition] === 'text'
    expect(demands[disposition]).toEqual({ textChange, receiver: asked[disposition] === 'receiver' })
  })

  it('names who it goes to if, and only if, it is passed on', () => {
    const rest = asked[disposition] === 'text' ? { isTextUnchanged: true } : {}
    const isPassedOn = asked[disposition] === 'receiver'
    expect(findFaults({ disposition, ...rest })).toEqual(isPassedOn ? { passedTo: 'required' } : {})
    expect(findFaults({ disposition, ...rest, passedTo: '省发展改革委' })).toEqual(
      isPassedOn ? {} : { passedTo: 'unknown_key' },
    )
  })
})

describe.each(led)('%s', (disposition) => {
  it('is complete with changes of clauses, or with the statement that none is needed', () => {
    expect(findFaults({ disposition, changes: [3] })).toEqual({})
    expect(findFaults({ disposition, isTextUnchanged: true })).toEqual({})
    expect(findFaults({ disposition, changes: [3], isTextUnchanged: false })).toEqual({})
  })

  it('is refused without either, and with both', () => {
    const refused = { changes: 'text_change_required' }
    expect(findFaults({ disposition })).toEqual(refused)
    expect(findFaults({ disposition, changes: [], isTextUnchanged: false })).toEqual(refused)
    expect(findFaults({ disposition, changes: [3], isTextUnchanged: true })).toEqual(refused)
  })
})

describe.each(others)('%s', (disposition) => {
  it('takes neither changes nor a statement about them', () => {
    const passedTo = asked[disposition] === 'receiver' ? '省发展改革委' : undefined
    expect(findFaults({ disposition, passedTo })).toEqual({})
    expect(findFaults({ disposition, passedTo, changes: [3] })).toEqual({ changes: 'unknown_key' })
    expect(findFaults({ disposition, passedTo, isTextUnchanged: true })).toEqual({
      isTextUnchanged: 'unknown_key',
    })
  })
})
