import { baseOf } from '../../contract/addresses'
import { domainWords } from '../../contract/locales'
import { type AccountMailWords, accountMailWords } from '../../contract/locales/account-mail'
import type { Language } from '../../contract/words'
import type { AccountMail, AccountNews } from './read-mail'

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
    case 'response_step': {
      const { key, isCurrent } = news.consultation
      const page = news.step === 'ask' ? '/enterprise/response/approval' : '/enterprise/response'
      return origin + baseOf(isCurrent ? null : key) + page
    }
    case 'stamp_settled': {
      const { key, isCurrent } = news.consultation
      return `${origin}${baseOf(isCurrent ? null : key)}/enterprise/response/versions/${news.version}`
    }
    default:
      return `${origin}/enterprise`
  }
}

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
      const { consultation, enterprise, step, by, note } = news
      const { subject, text, someone } = words.response
      const title = language === 'zh' ? consultation.title : consultation.titleEn
      return {
        subject: subject[step](enterprise),
        parts: [text[step](by ?? someone, title), ...(note ? [words.verification.reason(note)] : [])],
      }
    }
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
