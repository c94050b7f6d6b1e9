/** The cities of Guangdong at prefecture level, by GB/T 2260. */
export const cities = [
  { code: '4401', zh: '广州市', en: 'Guangzhou' },
  { code: '4402', zh: '韶关市', en: 'Shaoguan' },
  { code: '4403', zh: '深圳市', en: 'Shenzhen' },
  { code: '4404', zh: '珠海市', en: 'Zhuhai' },
  { code: '4405', zh: '汕头市', en: 'Shantou' },
  { code: '4406', zh: '佛山市', en: 'Foshan' },
  { code: '4407', zh: '江门市', en: 'Jiangmen' },
  { code: '4408', zh: '湛江市', en: 'Zhanjiang' },
  { code: '4409', zh: '茂名市', en: 'Maoming' },
  { code: '4412', zh: '肇庆市', en: 'Zhaoqing' },
  { code: '4413', zh: '惠州市', en: 'Huizhou' },
  { code: '4414', zh: '梅州市', en: 'Meizhou' },
  { code: '4415', zh: '汕尾市', en: 'Shanwei' },
  { code: '4416', zh: '河源市', en: 'Heyuan' },
  { code: '4417', zh: '阳江市', en: 'Yangjiang' },
  { code: '4418', zh: '清远市', en: 'Qingyuan' },
  { code: '4419', zh: '东莞市', en: 'Dongguan' },
  { code: '4420', zh: '中山市', en: 'Zhongshan' },
  { code: '4451', zh: '潮州市', en: 'Chaozhou' },
  { code: '4452', zh: '揭阳市', en: 'Jieyang' },
  { code: '4453', zh: '云浮市', en: 'Yunfu' },
] as const
export type City = (typeof cities)[number]['code']
export const cityCodes: readonly City[] = cities.map(({ code }) => code)
