import { describe, expect, it } from 'vitest'
import { presentAuthor } from '../../../worker/services/comments/present'

const author = { isVerified: false, isNamePublic: false }

describe('an author', () => {
  it.each([
    ['朱建国', false, '朱**'],
    ['朱建国', true, '朱建国'],
    [null, false, null],
    [null, true, null],
  ])(
    'who is an individual called %s, with consent %s, is shown as %s',
    (participantName, isNamePublic, name) => {
      const shown = presentAuthor({
        ...author,
        participantKind: 'individual',
        participantName,
        isNamePublic,
      })
      expect(shown).toEqual({ kind: 'individual', name, isVerified: false })
    },
  )

  it.each(['enterprise', 'association', 'institution'] as const)(
    'that is an %s stands by its name, whatever the consent to naming',
    (participantKind) => {
      const shown = presentAuthor({
        ...author,
        participantKind,
        participantName: '某某公司',
        isVerified: true,
      })
      expect(shown).toEqual({
        kind: participantKind,
        name: '某某公司',
        isVerified: true,
      })
    },
  )
})
