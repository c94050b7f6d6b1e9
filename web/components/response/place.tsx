import { partsOfKey } from '../../lib/numerals'
import { useFrame } from '../frame/frame-context'
import { usePlaces } from '../frame/use-places'

/** Where an entry stands, in a few words: （七）一是 第 3 句 */
export function usePlace() {
  const { words } = useFrame()
  const places = usePlaces()
  return (measure: string, clause?: string | null) => {
    const place = places.place(measure).trim()
    return clause ? `${place} ${words.clause(partsOfKey(clause).clause ?? 0)}` : place
  }
}
