import type { Page } from 'playwright-core'
import { words } from '../../web/locales'
import { deskWords } from '../../web/locales/desk'
import { formWords } from '../../web/locales/form'
import { domainWords } from '../../worker/contract/locales'

const chinese = /\p{Script=Han}/u

/** Every sentence of a locale that stands by itself, with those that English shares taken out. */
function sentencesOf(zh: unknown, en: unknown): string[] {
  if (typeof zh === 'string') return chinese.test(zh) && zh !== en ? [zh] : []
  if (typeof zh !== 'object' || zh === null) return []
  return Object.entries(zh).flatMap(([key, value]) =>
    sentencesOf(value, (en as Record<string, unknown> | undefined)?.[key]),
  )
}

const interfaceWords = [words, formWords, deskWords, domainWords].flatMap(({ zh, en }) => sentencesOf(zh, en))

/** Where people's own words stand, beside what is marked as Chinese. */
const writing = 'article, blockquote, mark, textarea, input, select, h1, [id^=row-], [data-row]'

/**
 * Chinese on an English page that is the product's and not its content: a word of the Chinese locale anywhere, and any
 * Chinese outside of what is marked so, what people wrote, what is quoted, and the names and words in `written`.
 */
export function findUntranslated(page: Page, written: string[]): Promise<string[]> {
  const known = [...new Set(interfaceWords)]
  return page.evaluate(
    ([ours, content, names]) => {
      const isOurs = new Set(ours)
      const found: string[] = []
      const note = (text: string | null | undefined, element: Element | null) => {
        const plain = text?.trim() ?? ''
        if (element?.closest('[lang^=zh], mark')) return
        const rest = names.reduce((all, name) => all.replaceAll(name, ''), plain).replace(/“[^”]*”/g, '')
        const isContent = !element || element.closest(content)
        const isChinese = isContent ? isOurs.has(plain) : /\p{Script=Han}/u.test(rest)
        if (isChinese) found.push(plain.slice(0, 60))
      }
      note(document.title, null)
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement
        if (!parent?.closest('script, style, noscript')) note(walker.currentNode.textContent, parent)
      }
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'value']) {
        for (const element of document.querySelectorAll(`[${name}]`)) {
          if (!element.matches('input[type=hidden]')) note(element.getAttribute(name), element)
        }
      }
      return found
    },
    [known, writing, written] as const,
  )
}
