import { describe, expect, it } from 'vitest'
import { describeDevice } from '../../../worker/services/accounts/device'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0'
const known: [string, string | null, string | null][] = [
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 'chrome', 'windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/120.0`, 'edge', 'windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 QQBrowser/13.0`, 'qq', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'firefox', 'linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
    'safari',
    'macos',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0 Mobile Safari/604.1',
    'chrome',
    'ios',
  ],
  [
    `Mozilla/5.0 (Linux; Android 13; V2183A) ${chrome} Mobile Safari/537.36 MicroMessenger/8.0.44`,
    'wechat',
    'android',
  ],
  [`Mozilla/5.0 (Phone; OpenHarmony 5.0) ${chrome} ArkWeb/4.1 HuaweiBrowser/5.0`, 'huawei', 'harmonyos'],
  ['curl/8.5.0', null, null],
  ['', null, null],
]

describe('a device', () => {
  it.each(known)('%s', (userAgent, browser, system) => {
    expect(describeDevice(userAgent)).toEqual({ browser, system })
  })

  it('that says nothing is unknown', () => {
    expect(describeDevice(null)).toEqual({ browser: null, system: null })
  })
})
