/**
 * The text as it is compared with others: widths and cases are folded, punctuation and white space left out. A text that
 * has nothing else stands for itself.
 */
export function normalText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  return folded.replace(/[\p{P}\p{Z}\p{C}]+/gu, '') || folded.trim()
}
