import { baseOf } from '../../contract/addresses'
import { domainWords } from '../../contract/locales'
import { type AccountMailWords, accountMailWords } from '../../contract/locales/account-mail'
import type { Language } from '../../contract/words'
import type { DecidedNews } from './read-decided'
import type { AccountMail, AccountNews, ResponseNews } from './read-mail'

const languages = ['zh', 'en'] as const

/** A mail to a participant in both languages. `origin` is where the site is found; without it what needs a link is not sent. */
export function composeAccountMail(
  { name, news }: Pick<AccountMail, 'name' | 'news'>,
  origin: string | null,
): { subject: string; text: string } | null {
  const link = linkOf(news, origin)
  if (link === null && 'token' in news) return null
  const told = languages.map((language) => ({
    words: accountMailWords[language],
    ...tell(news, language),
  }))
  const texts = told.map(({ words, parts }) => {
    const way = link ? ('token' in news ? link : words.open(link)) : words.openSite
    const [first = '', ...others] = parts
    return [words.greeting(name), first, way, ...others, words.footer].join('\n\n')
  })
  return {
    subject: told.map(({ subject }) => subject).join(' / '),
    text: `${texts.join('\n\n——\n\n')}\n`,
  }
}

function linkOf(news: AccountNews, origin: string | null): string | null {
  if (!origin) return null
  switch (news.kind) {
    case 'confirm':
      return `${origin}/account/confirm?token=${news.token}`
    case 'password':
      return `${origin}/account/password/new?token=${news.token}`
    case 'invitation':
      return `${origin}/enterprise/invitation?token=${news.token}`
    case 'known':
    case 'unused':
      return `${origin}/account/sign-in`
    case 'response_step':
      return responseAt(news, origin, news.step === 'ask' ? '/approval' : versionAt(news.seal))
    case 'stamp_settled':
    case 'response_decided':
      return responseAt(news, origin, versionAt(news))
    default:
      return `${origin}/enterprise`
  }
}

const versionAt = (sent: { version: number } | null): string => (sent ? `/versions/${sent.version}` : '')

const responseAt = (
  { consultation: { key, isCurrent } }: { consultation: ResponseNews['consultation'] },
  origin: string,
  page: string,
): string => `${origin}${baseOf(isCurrent ? null : key)}/enterprise/response${page}`

/** The subject, and the paragraphs: the way to the site goes after the first. */
function tell(news: AccountNews, language: Language): { subject: string; parts: string[] } {
  const words: AccountMailWords = accountMailWords[language]
  switch (news.kind) {
    case 'confirm':
    case 'password': {
      const { subject, text, ignore } = words[news.kind]
      return { subject, parts: [text(news.until), ignore] }
    }
    case 'known': {
      const { subject, text, ignore } = words.known
      return { subject, parts: [text, ignore] }
    }
    case 'unused':
      return {
        subject: words.unused.subject,
        parts: [words.unused.text(news.deletedOn), words.unused.ignore],
      }
    case 'invitation': {
      const { subject, text, ignore } = words.invitation
      return {
        subject: subject(news.enterprise),
        parts: [text(news.by, news.enterprise, news.part), ignore],
      }
    }
    case 'join_asked':
      return {
        subject: words.joinAsked.subject(news.enterprise),
        parts: [words.joinAsked.text(news.by, news.enterprise)],
      }
    case 'join_settled':
      return {
        subject: words.joinSettled.subject(news.enterprise, news.isAccepted),
        parts: [words.joinSettled.text(news.enterprise, news.isAccepted)],
      }
    case 'claim_settled': {
      const { subject, text } = words.claimSettled
      return {
        subject: subject(news.enterprise, news.isGranted),
        parts: [
          text(news.enterprise, news.isGranted),
          ...(news.reason ? [words.verification.reason(news.reason)] : []),
        ],
      }
    }
    case 'handed_over':
      return {
        subject: words.handedOver.subject(news.enterprise),
        parts: [words.handedOver.text(news.enterprise)],
      }
    case 'response_step': {
      const { consultation, enterprise, step, by, note, seal } = news
      const { subject, text, someone, sealed } = words.response
      const title = language === 'zh' ? consultation.title : consultation.titleEn
      return {
        subject: subject[step](enterprise),
        parts: [
          text[step](by ?? someone, title),
          ...(note ? [words.verification.reason(note)] : []),
          ...(seal ? [sealed(seal.publicId, seal.version, seal.sha256)] : []),
        ],
      }
    }
    case 'response_decided':
      return tellDecided(news, language)
    case 'stamp_settled': {
      const { consultation, enterprise, version, refusal, note } = news
      const { subject, confirmed, refused, reason, note: remark, anew, oneByOne } = words.stamp
      const title = language === 'zh' ? consultation.title : consultation.titleEn
      if (refusal === null) return { subject: subject(enterprise, true), parts: [confirmed(title, version)] }
      return {
        subject: subject(enterprise, false),
        parts: [
          refused(title, version),
          ...(refusal === 'other' ? [] : [reason(domainWords[language].stampRefusals[refusal])]),
          ...(note ? [refusal === 'other' ? reason(note) : remark(note)] : []),
          refusal === 'hidden_words' ? oneByOne : anew,
        ],
      }
    }
    case 'verification': {
      const { subject, verified, rejected, reason } = words.verification
      const text = news.isVerified ? verified(news.enterprise) : rejected(news.enterprise)
      return {
        subject: subject(news.enterprise, news.isVerified),
        parts: [text, ...(news.note ? [reason(news.note)] : [])],
      }
    }
  }
}

/** Of each comment its place, its state and the reason, never its words. */
function tellDecided(news: DecidedNews, language: Language): { subject: string; parts: string[] } {
  const { subject, text, line, again } = accountMailWords[language].decided
  const { consultation, enterprise, version, comments, isOpen } = news
  const returned = comments.filter(({ state }) => state === 'returned').length
  return {
    subject: subject(enterprise, returned, comments.length - returned),
    parts: [
      text(language === 'zh' ? consultation.title : consultation.titleEn, version),
      ...comments.map(({ measure, clause, state, reason }) =>
        line(
          `${measure.key} ${measure[language]}`,
          clause === null ? null : Number(clause.split('.').at(-1)),
          domainWords[language].states[state],
          reason[language],
        ),
      ),
      ...(returned > 0 && isOpen ? [again] : []),
    ],
  }
}
