import { domainWords } from '../../contract/locales'
import type { RowClauseChange } from './export-row'

const words = domainWords.zh

/** 7.1.3（第 2 版，修改）：力争新培育专精特新中小企业320家。 */
export function sayChange({ clauseKey, revision, kind, text }: RowClauseChange): string {
  const what = `${clauseKey}（第 ${revision} 版，${words.clauseChanges[kind]}）`
  return text === null ? what : `${what}：${text}`
}
