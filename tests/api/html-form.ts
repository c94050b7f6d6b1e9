const openTag = (name: string) => new RegExp(`<${name}\\b(?:[^>"]|"[^"]*")*>`, 'g')

/** Reads a page's form as a browser without scripts would send it: names with their values. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const set = (name: string | undefined, value: string | undefined) => {
    if (name) fields[name] ??= unescapeHtml(value ?? '')
  }
  for (const [tag] of html.matchAll(openTag('input'))) {
    const { name, value, type } = attributesOf(tag)
    const isChoice = type === 'radio' || type === 'checkbox'
    if (!isChoice || /\schecked\b/.test(tag)) set(name, value)
  }
  for (const [, attributes = '', value] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    set(attributesOf(attributes).name, value?.replace(/^\n/, ''))
  for (const [, attributes = '', options = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = [...options.matchAll(openTag('option'))].find(([tag]) => /\sselected\b/.test(tag))
    set(attributesOf(attributes).name, chosen ? attributesOf(chosen[0]).value : '')
  }
  return fields
}

export function hiddenFieldsOf(html: string): Record<string, string> {
  const tags = [...html.matchAll(openTag('input'))].filter(([tag]) => attributesOf(tag).type === 'hidden')
  return fieldsOf(tags.map(([tag]) => tag).join(''))
}

/** The answer to the sum that the page asks. */
export function answerTo(html: string): string {
  const [, left, right] = /请回答：(\d+) 加 (\d+) 等于几/.exec(html) ?? []
  return String(Number(left) + Number(right))
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value ?? '']),
  )
}

function unescapeHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
