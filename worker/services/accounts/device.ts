import type { browsers, systems } from '../../contract/people'

type Browser = (typeof browsers)[number]
type System = (typeof systems)[number]

/** In order: most browsers also name those that they descend from. */
const browserMarks: readonly [RegExp, Browser][] = [
  [/MicroMessenger\//, 'wechat'],
  [/\bM?QQBrowser\//, 'qq'],
  [/\bUC(Browser|WEB)\b/i, 'uc'],
  [/HuaweiBrowser\//, 'huawei'],
  [/\bEdgA?(iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'safari'],
]

const systemMarks: readonly [RegExp, System][] = [
  [/HarmonyOS|OpenHarmony/, 'harmonyos'],
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMacintosh\b/, 'macos'],
  [/\bLinux\b/, 'linux'],
]

/** What a browser says of itself, as far as a person would recognise the device by it. */
export function describeDevice(userAgent: string | null): { browser: Browser | null; system: System | null } {
  return { browser: firstMark(browserMarks, userAgent), system: firstMark(systemMarks, userAgent) }
}

function firstMark<Name>(marks: readonly [RegExp, Name][], userAgent: string | null): Name | null {
  return marks.find(([mark]) => mark.test(userAgent ?? ''))?.[1] ?? null
}
