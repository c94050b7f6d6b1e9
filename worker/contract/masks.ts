/** 朱建国 → 朱**: the first character and two stars, whatever the length. */
export function maskName(name: string): string {
  const [first] = [...name.trim()]
  return first ? `${first}**` : ''
}

/** zhu@example.org → z***@example.org */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const [first = ''] = [...email.slice(0, at)]
  return `${first}***${email.slice(at)}`
}
