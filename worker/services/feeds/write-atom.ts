import { beijingTimestamp } from '../../contract/beijing-time'
import { limits } from '../../contract/limits'
import { domainWords } from '../../contract/locales'
import { followMailWords } from '../../contract/locales/follow-mail'
import type { Language } from '../../contract/words'
import { sayChange, sayComment, sayTotals } from '../follows/compose-digest'
import type { NewsItem } from '../news/news-items'
import { escapeMarkup } from './escape-markup'
import type { Feed, FeedSubject } from './read-feed'

interface Place {
  language: Language
  /** Where the pages of the consultation begin: https://… */
  site: string
  /** Of this feed, with the query that it was read with. */
  self: string
  /** The next older page of it. */
  next: string | null
}

/** A feed as an Atom 1.0 document (RFC 4287). Its ids rest on the site's name and the day on which the consultation opened. */
export function writeAtom(feed: Feed, subject: FeedSubject, place: Place): string {
  const { consultation, measure, items } = feed
  const { language, site, self, next } = place
  const words = followMailWords[language]
  const day = beijingTimestamp(consultation.opensAt).slice(0, 10)
  const tag = (name: string) => `tag:${new URL(site).hostname},${day}:${consultation.key}/${name}`
  const name = nameOf(subject)
  const about = measure
    ? words.feeds.measure(measure.key, measure.name[language])
    : words.feeds[pageOf[kindOf(subject)]]
  const updated = items.reduce(
    (latest, item) => (item.updatedAt > latest ? item.updatedAt : latest),
    consultation.opensAt,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    element('id', tag(name)),
    element('title', `${about} · ${consultation.title[language]}`),
    element('updated', updated.toISOString()),
    author(consultation.authority[language]),
    link('self', self, 'application/atom+xml'),
    link('alternate', site + pathOf(subject), 'text/html'),
    ...(next ? [link('next', next, 'application/atom+xml')] : []),
    ...items.map((item) => writeEntry(item, feed, { tag, site, language })),
    '</feed>\n',
  ].join('\n')
}

interface Entry {
  name: string
  title: string
  by: string
  path: string
  content: string
}

function writeEntry(
  item: NewsItem,
  feed: Feed,
  { tag, site, language }: { tag: (name: string) => string; site: string; language: Language },
): string {
  const { name, title, by, path, content } = entryOf(item, feed, language)
  return [
    '<entry>',
    element('id', tag(name)),
    element('title', title),
    element('published', item.publishedAt.toISOString()),
    element('updated', item.updatedAt.toISOString()),
    author(by),
    link('alternate', site + path, 'text/html'),
    `<content type="text">${escapeMarkup(content)}</content>`,
    '</entry>',
  ].join('\n')
}

function entryOf(item: NewsItem, { consultation }: Feed, language: Language): Entry {
  const words = followMailWords[language]
  const authority = consultation.authority[language]
  switch (item.kind) {
    case 'comment': {
      const by = item.author.name ?? domainWords[language].anonymous
      return {
        name: `comment/${item.publicId}`,
        title:
          words.commentBy(by, item.clauseKey ?? item.measure.key) +
          (item.isUnconfirmed ? words.unconfirmed : ''),
        by,
        path: `/comments/${item.publicId}`,
        content: sayComment(item, limits.body, language).join('\n\n'),
      }
    }
    case 'answer': {
      const by = item.unit?.[language] ?? authority
      return {
        name: `answer/${item.responseId}/${item.version}`,
        title: words.answerOn(by, item.measure.key),
        by,
        path: `/measures/${item.measure.key}`,
        content: item.text,
      }
    }
    case 'revision':
      return {
        name: `revision/${item.revision}/${item.measure.key}`,
        title: words.changedIn(item.revision, item.measure.key),
        by: authority,
        path: '/revisions',
        content: item.changes
          .map((change) => `${sayChange(change, language)}\n${change.after ?? change.before ?? ''}`)
          .join('\n\n'),
      }
    case 'result':
      return {
        name: 'result',
        title: words.newResult,
        by: authority,
        path: '/results',
        content: sayTotals(item.totals, language),
      }
  }
}

type FeedKind = 'answer' | 'result' | 'revision'
const pageOf = { answer: 'answers', result: 'results', revision: 'revisions' } as const
const kindOf = (subject: FeedSubject): FeedKind => ('kind' in subject ? subject.kind : 'answer')
const nameOf = (subject: FeedSubject) =>
  'measure' in subject ? `measure/${subject.measure}` : pageOf[subject.kind]
const pathOf = (subject: FeedSubject) =>
  'measure' in subject
    ? `/measures/${subject.measure}`
    : { answer: '/', result: '/results', revision: '/revisions' }[subject.kind]

const element = (name: string, text: string) => `<${name}>${escapeMarkup(text)}</${name}>`
const author = (name: string) => `<author>${element('name', name)}</author>`
const link = (rel: string, href: string, type: string) =>
  `<link rel="${rel}" type="${type}" href="${escapeMarkup(href)}"/>`
