import type { PlanLabels } from '../../../worker/contract/plan'
import { numeralIn, partsOfKey } from '../../lib/numerals'
import { useFrame } from './frame-context'

/** A number that ends in a word stands apart from the text: 第四条　设立. */
const apart = (label: string) => (/(?:章|节|条)$/.test(label) ? `${label}\u3000` : label)

/** How the document itself cites a measure, in Chinese; null where it is （一）一是, as usual. */
export function ownPlace(labels: PlanLabels, key: string): string | null {
  const { theme, measure } = partsOfKey(key)
  const label = labels[`${theme}.${measure}`]
  return label === undefined ? null : (labels[`${theme}`] ?? '') + apart(label)
}

/** What themes and measures are cited by, from their keys: in Chinese as the document itself numbers them. */
export function usePlaces() {
  const { labels = {}, language, words } = useFrame()
  const labelOf = (key: string): string | undefined => (language === 'zh' ? labels[key] : undefined)
  return {
    labelOf,
    /** The bare number of a theme, where it is what the document has; else null: its label says it in full. */
    numeral(key: string): string | null {
      const numeral = numeralIn(language, Number(key))
      const label = labelOf(key)
      return label === undefined || label.replace(/[（）、.．]|第|章/g, '') === numeral ? numeral : null
    },
    theme(key: string): string {
      const label = labelOf(key)
      return label === undefined ? words.theme(numeralIn(language, partsOfKey(key).theme)) : apart(label)
    },
    /** With its name, in one line. */
    themeName(key: string, name: string): string {
      const label = labelOf(key)
      if (label !== undefined) return apart(label) + name
      return words.follow.themeName(numeralIn(language, Number(key)), name)
    },
    /** Within its theme. */
    measure(key: string): string {
      const label = labelOf(key)
      return label === undefined ? words.ordinal(numeralIn(language, partsOfKey(key).measure)) : apart(label)
    },
    /** In the whole document. */
    place(key: string): string {
      const { theme, measure } = partsOfKey(key)
      const own = language === 'zh' ? ownPlace(labels, key) : null
      return own ?? words.place(numeralIn(language, theme), numeralIn(language, measure))
    },
  }
}
