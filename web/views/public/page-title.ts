import { errorStatus } from '../../../worker/contract/errors'
import type { DrawnFrame } from '../../components/frame/frame-context'
import type { PublicPage } from '../../page'

function subject(page: PublicPage, { words, domain, language }: Omit<DrawnFrame, 'path' | 'now'>): string {
  const zh = language === 'zh'
  switch (page.view) {
    case 'home':
      return words.home.title(zh ? page.plan.consultation.title : page.plan.consultation.titleEn).join('')
    case 'measure':
      return zh ? page.measure.title : page.measure.shortTitleEn
    case 'revisions':
      return words.revisions.title
    case 'comment':
      return words.comment.title(page.context.comment.author.name ?? domain.anonymous)
    case 'comment-form':
      return page.parent ? words.form.replyTitle : words.form.title
    case 'comment-preview':
      return words.preview.title
    case 'receipt-lookup':
      return words.receipt.lookupTitle
    case 'receipt':
      return page.fresh ? words.receipt.thanks : words.receipt.title
    case 'search':
      return page.result ? words.search.resultTitle(page.result.query) : words.search.title
    case 'figures':
      return words.figures.title
    case 'policy':
      return words.moderation.policyTitle
    case 'moderation-log':
      return words.moderation.logTitle
    case 'open-data':
      return words.openData.title
    case 'transparency':
      return words.transparency.title
    case 'report':
      return page.text.title
    case 'results':
      return words.results.title
    case 'measure-result':
      return words.results.measureTitle(zh ? page.measure.shortTitle : page.measure.shortTitleEn)
    case 'error':
      return words.error.titles[errorStatus[page.code]] ?? domain.errors[page.code]
  }
}

function isRefused(page: PublicPage): boolean {
  if (page.view === 'receipt') {
    return [page.resubmission, page.appeal].some(
      (typed) => typed !== null && (typed.refusal !== null || Object.keys(typed.errors).length > 0),
    )
  }
  const hasErrors = 'errors' in page && Object.keys(page.errors).length > 0
  return hasErrors || ('refusal' in page && page.refusal !== null)
}

/** The page's title as tabs and screen readers say it first: an error before all else. */
export function pageTitle(page: PublicPage, frame: DrawnFrame): string {
  const prefix = isRefused(page) ? frame.words.form.errorPrefix : ''
  return `${prefix}${subject(page, frame)} · ${frame.words.product}`
}
