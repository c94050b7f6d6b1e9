/** 朱建国 → 朱**: the first character and two stars, whatever the length. */
export function maskName(name: string): string {
  const [first] = [...name.trim()]
  return first ? `${first}**` : ''
}
