import { errorStatus } from '../../../worker/contract/errors'
import type { PlanView } from '../../../worker/contract/plan'
import type { DrawnFrame } from '../../components/frame/frame-context'
import type { PublicPage } from '../../page'

function subject(page: PublicPage, { words, domain, language }: Omit<DrawnFrame, 'path' | 'now'>): string {
  const zh = language === 'zh'
  switch (page.view) {
    case 'home':
      return homeTitle(page.plan, words, zh)
    case 'consultations':
      return words.consultations.title
    case 'measure':
      return zh ? page.measure.title : page.measure.shortTitleEn
    case 'revisions':
      return words.revisions.title
    case 'comment':
      return words.comment.title(page.context.comment.author.name ?? domain.anonymous)
    case 'comment-form':
      if (page.change) return words.receipt.edit
      return page.parent ? words.form.replyTitle : words.form.title
    case 'comment-preview':
      return words.preview.title
    case 'receipt-lookup':
      return words.receipt.lookupTitle
    case 'receipt':
      return page.fresh ? words.receipt.thanks : words.receipt.title
    case 'receipt-erase':
      return words.ownData.eraseTitle
    case 'account-erase':
      return words.ownData.accountTitle
    case 'stamped-form':
    case 'response-form':
      return words.stamped.title
    case 'verify-form':
      return words.stamped.verify.title
    case 'search':
      return page.result ? words.search.resultTitle(page.result.query) : words.search.title
    case 'follow':
      return words.follow.title
    case 'follow-sent':
      return words.follow.sentTitle
    case 'follow-manage':
      return words.follow.manageTitle
    case 'follow-end':
      return page.isEnded ? words.follow.endedTitle : words.follow.endTitle
    case 'figures':
      return words.figures.title
    case 'policy':
      return words.moderation.policyTitle
    case 'privacy':
      return words.privacy.title
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
    case 'account-sign-in':
      return words.account.signIn.title
    case 'account-sign-up':
      return words.account.signUp.title
    case 'account-sent':
      return words.account.sent.title
    case 'account-confirm':
      return words.account.confirm.title
    case 'account-password':
      return page.token === null ? words.account.reset.title : words.account.reset.choose
    case 'account':
      return words.account.own.title
    case 'enterprise':
      return words.enterprise.title
    case 'enterprise-form':
      return page.isNew ? words.enterprise.registerTitle : words.enterprise.editTitle
    case 'enterprise-invitation':
      return words.enterprise.invitationTitle
    case 'response':
      return words.response.title
    case 'response-entry':
      return words.response.entryTitle
    case 'response-approval':
      return words.response.approvalTitle
    case 'response-receipt':
      return page.fresh ? words.response.sentNow : words.response.receiptTitle
    case 'response-history':
      return words.response.historyTitle
    case 'error':
      return words.error.titles[errorStatus[page.code]] ?? domain.errors[page.code]
  }
}

function isRefused(page: PublicPage): boolean {
  if (page.view === 'receipt') {
    if (page.resubmission) return true
    return [page.appeal, page.withdrawal, page.stamping].some(
      (typed) => typed !== null && (typed.refusal !== null || Object.keys(typed.errors).length > 0),
    )
  }
  if (page.view === 'response-receipt') return page.stamping !== null
  if (page.view === 'enterprise-form' && page.taken !== null) return true
  const hasErrors = 'errors' in page && Object.keys(page.errors).length > 0
  return hasErrors || ('refusal' in page && page.refusal !== null)
}

/** The page's title as tabs and screen readers say it first: an error before all else. */
export function pageTitle(page: PublicPage, frame: DrawnFrame): string {
  const prefix = isRefused(page) ? frame.words.form.errorPrefix : ''
  const draft = frame.draft === undefined ? '' : `${frame.words.draft.mark} · `
  return `${draft}${prefix}${subject(page, frame)} · ${frame.words.product}`
}

function homeTitle({ consultation }: PlanView, words: DrawnFrame['words'], zh: boolean): string {
  const { title, titleEn, phase } = consultation
  return words.home.title(zh ? title : titleEn, phase === 'closed').join('')
}
