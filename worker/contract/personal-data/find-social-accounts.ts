import type { Passage } from './signal'

const link = '(?:小?号码?|账号|帐号|群|搜索?|ID|是|为|加|吧|[:= ]){0,4}'
const wechat = new RegExp(
  `(?:微信|薇信|威信|wei信|绿泡泡|抖音|快手|(?<![A-Za-z0-9])(?:V信|VX|WX|weixin|wechat)|加我?V(?![A-Za-z])|(?<![A-Za-z0-9])V我)(${link})` +
    '([A-Z][A-Z0-9_-]{5,19}|[1-9]\\d{5,10})(?![A-Z0-9_-])',
  'gi',
)
const qq = new RegExp(
  `(?:(?<![A-Za-z])QQ|扣扣|企鹅|群号|(?<![A-Za-z])Q(?=群))(${link})([1-9]\\d{4,10})(?![A-Z0-9_-]|@)`,
  'gi',
)
const measured = /^ ?(?:人|元|万|亿|家|个|户|年|条|次)/

/** Accounts of WeChat and QQ behind a word that calls them so. */
export function findSocialAccounts(text: string): Passage[] {
  return [
    ...find(text, wechat, 'wechat').filter(
      ({ joint, account }) => joint.trim() !== '' || !/^[A-Za-z]*[A-Z][A-Za-z]*$/.test(account),
    ),
    ...find(text, qq, 'qq'),
  ]
    .filter(({ end }) => !measured.test(text.slice(end, end + 2)))
    .map(({ start, end, detail }) => ({ kind: 'social_account', start, end, detail }))
}

function find(text: string, pattern: RegExp, detail: string) {
  return [...text.matchAll(pattern)].map(({ index, 0: all, 1: joint = '', 2: account = '' }) => {
    const end = index + all.length
    return { joint, account, start: end - account.length, end, detail }
  })
}
