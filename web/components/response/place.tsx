import { numeralIn, partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'

/** Where an entry stands, in a few words: 七（一） 第 3 句 */
export function usePlace() {
  const { words, language } = useFrame()
  return (measure: string, clause?: string | null) => {
    const { theme, measure: number } = partsOfKey(measure)
    const place = words.place(numeralIn(language, theme), numeralIn(language, number)).trim()
    return clause ? `${place} ${words.clause(partsOfKey(clause).clause ?? 0)}` : place
  }
}
