import { followMailWords } from '../../contract/locales/follow-mail'
import type { Composed, MailFrame, SubjectName } from './read-follow-mail'

/** The mail that brings a link: to confirm what waits for it, or else to change what is followed. */
export function composeLink({ language, title, manage }: MailFrame, pending: SubjectName[]): Composed {
  const words = followMailWords[language]
  const name = title[language]
  const footer = { as: 'line', text: words.footer } as const
  if (pending.length === 0)
    return {
      subject: words.manageSubject(name),
      blocks: [
        { as: 'line', text: words.alreadyFollowing(name) },
        { as: 'line', text: words.manage, href: manage },
        footer,
      ],
    }
  const names = pending.map((subject) => nameOf(subject, language))
  return {
    subject: words.confirmSubject(name),
    blocks: [
      { as: 'line', text: words.confirm(name), href: manage },
      { as: 'line', text: words.pending(names.join(words.join)) },
      { as: 'line', text: words.notYou },
      footer,
    ],
  }
}

function nameOf({ kind, key, name }: SubjectName, language: MailFrame['language']): string {
  const words = followMailWords[language]
  if (kind === 'theme') return words.theme(name[language])
  return kind === 'measure' ? words.measure(key ?? '', name[language]) : words.subjects[kind]
}
