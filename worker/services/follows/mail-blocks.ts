import type { Language } from '../../contract/words'
import { escapeMarkup } from '../feeds/escape-markup'

/** A piece of a mail that has words in two forms: plain text, and simple HTML. */
export interface Block {
  as: 'heading' | 'line' | 'quote'
  text: string
  href?: string
}

export function writeText(blocks: readonly Block[]): string {
  const pieces = blocks.map(({ as, text, href }) => {
    const words = as === 'heading' ? `【${text}】` : as === 'quote' ? text.replace(/^/gm, '> ') : text
    return href ? `${words}\n${href}` : words
  })
  return `${pieces.join('\n\n')}\n`
}

const styles = {
  body: 'max-width:40em;margin:0 auto;padding:1em;font-size:16px;line-height:1.7',
  quote: 'margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #b9b2a6;white-space:pre-line',
}
const elements = { heading: 'h2', line: 'p', quote: 'blockquote' }

export function writeHtml(subject: string, blocks: readonly Block[], language: Language): string {
  const pieces = blocks.map(({ as, text, href }) => {
    const words = escapeMarkup(text)
    const linked = href ? `<a href="${escapeMarkup(href)}">${words}</a>` : words
    const style = as === 'quote' ? ` style="${styles.quote}"` : ''
    return `<${elements[as]}${style}>${linked}</${elements[as]}>`
  })
  const lang = language === 'zh' ? 'zh-CN' : 'en'
  return [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeMarkup(subject)}</title></head>`,
    `<body style="${styles.body}">`,
    ...pieces,
    '</body></html>\n',
  ].join('\n')
}
