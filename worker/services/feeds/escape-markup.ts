const unwanted = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML and HTML, in elements and in double quotes; what XML cannot hold is left out. */
export function escapeMarkup(text: string): string {
  return text.replace(unwanted, '').replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
