import type { Passage } from '../../contract/personal-data/signal'

const rest = String.raw`[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]`
const endings =
  'com|cn|net|org|gov|edu|info|top|xyz|vip|cc|io|me|tv|app|shop|site|club|online|store|biz|mobi|wang|ltd|ren|link|fun|live|tech|work'
const link = new RegExp(
  String.raw`(?:https?://|(?<![A-Za-z0-9.-])www\.)${rest}+` +
    String.raw`|(?<![@\w.-])(?:[a-z0-9][a-z0-9-]{0,61}\.)+(?:${endings})(?![\w-]|\.\w)(?:[/?#:]${rest}*)?`,
  'gi',
)
const noAddress = /^(?:(?:asp|ado|vb)\.net|\w\.\w+)$/i

/** Web addresses, with and without the scheme. */
export function findLinks(text: string): Passage[] {
  return [...text.matchAll(link)]
    .map(({ index, 0: all }) => ({ index, address: all.replace(/[.,;:!?'*]+$/, '') }))
    .filter(({ address }) => !noAddress.test(address))
    .map(({ index, address }) => ({ kind: 'link', start: index, end: index + address.length, detail: null }))
}
