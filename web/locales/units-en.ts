/** What the units of a plan are in English; words that only count need none. */
const unitsEn: Partial<Record<string, string>> = {
  ...Object.fromEntries([...'家个项座件名户套台辆艘架种款条批场次所支只份部处'].map((word) => [word, ''])),
  场次: '',
  元: 'yuan',
  人: 'people',
  人次: 'visits',
  亩: 'mu',
  公顷: 'hectares',
  平方公里: 'km²',
  平方米: 'm²',
  公里: 'km',
  吨: 'tonnes',
  千瓦时: 'kWh',
  千瓦: 'kW',
  倍: 'times',
  百分点: 'points',
  个百分点: 'points',
  '%': '%',
  '％': '%',
}

const scales: Partial<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** 亿元 → 100,000,000 times 元, yuan; null where English has no word for it. */
export function partUnit(unit: string): { times: number; name: string; said: string } | null {
  const [, scale = '', name = ''] = /^((?:百|千(?!瓦)|万|亿)*)(.*)$/u.exec(unit) ?? []
  const said = unitsEn[name]
  if (said === undefined) return null
  return { times: [...scale].reduce((product, word) => product * (scales[word] ?? 1), 1), name, said }
}

export const limitsEn = {
  about: (figure: string) => `about ${figure}`,
  atLeast: (figure: string) => `at least ${figure}`,
}
