const ends = /[，；。：！？、（）]/u
/** Where a noun phrase passes into a statement about it: 产业集群｜逐一制定…. */
const predicate = /逐一|分别|全部|均|在(?!线|建|地|岗|校)/u
const lightVerb = /(?<=\p{Script=Han})(?:开展|进行|实施|实现)(?=\p{Script=Han})/gu

const aims =
  '力争|争取|确保|努力|计划|预计|累计|共计|合计|总计|同比|再(?!生)|共(?!建|享|同)|为|将|并|和(?!平|谐)|及|与'
const frames = String.raw`[一二三四五六七八九十]+是|\d{4}年|全年|今年|明年|年内|年底前?|到(?=\d)|首批`
const verbs =
  '新?(?:建设|建成|筹建|组建|创建|培育|布局|推动|带动|支持|帮助|引导|认定|引进|开工|投产|打造|完成|实现|发展)|新[增建设]'
const place = `(?:全国|全省|全市|我省|我市)(?=${aims}|${verbs})`
const opening = new RegExp(`^(?:${aims}|${frames}|${verbs}|${place})`, 'u')
const trailing = /(?:[达增减扩提升少大高加]*[至到达]|累计|合计|共|各|为|是|有)$/u

/** The noun phrase a figure stands before: 1家｜国家制造业创新中心. */
export function nounAfter(text: string): string {
  const phrase = (text.split(ends)[0] ?? '').split(predicate)[0] ?? ''
  return phrase
    .replace(/^的/u, '')
    .replace(/(?:等|和|及|与|以及)$/u, '')
    .replace(lightVerb, '')
    .trim()
}

/** The noun phrase a figure stands behind, or the nearest in its sentence: 力争新培育｜专精特新中小企业｜300家. */
export function nounBefore(text: string): string {
  const sentence = text.split('。').at(-1) ?? ''
  return (
    sentence
      .split(ends)
      .map(bare)
      .findLast((phrase) => phrase !== '') ?? ''
  )
}

function bare(text: string): string {
  let phrase = text.trim()
  for (let less = strip(phrase); less !== phrase; less = strip(phrase)) phrase = less
  return phrase
}

function strip(phrase: string): string {
  return phrase.replace(opening, '').replace(trailing, '')
}
