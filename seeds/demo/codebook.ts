/** A code as a member of staff would write it. */
export interface DemoCode {
  key: string
  theme: string
  name: string
  definition: string
  example: string
  included: string
  excluded: string
}

/** What a comment was sorted under. */
export interface DemoTag {
  ref: string
  code: string
}

export const demoCodes: DemoCode[] = [
  {
    key: 'A1',
    theme: '目标与口径',
    name: '认定口径',
    definition: '要求说清认定标准、统计口径、基期或者年限的意见。',
    example: '2000 亿元是授信额、放款额还是余额？',
    included: '对“左右”“累计”“转型”等说法怎样计算的疑问。',
    excluded: '只说目标高低、不问怎样计算的，归 A2。',
  },
  {
    key: 'A2',
    theme: '目标与口径',
    name: '目标高低',
    definition: '认为目标值偏高、偏低，或者应当换成别的目标的意见。',
    example: '3—5 个标杆示范太少，也太“高大上”。',
    included: '建议增加并列目标。',
    excluded: '要求公布完成后效果的，归 A3。',
  },
  {
    key: 'A3',
    theme: '目标与口径',
    name: '看重效果',
    definition: '要求考核或者公布实际效果，而不是家数、个数的意见。',
    example: '家数容易凑，效果难看。',
    included: '建议公布服务量、企业评价、能耗和产值的变化。',
    excluded: '要求公布名单、清单的，归 D2。',
  },
  {
    key: 'B1',
    theme: '资金与账款',
    name: '融资难',
    definition: '关于贷款、担保、抵押和综合融资成本的意见。',
    example: '我厂成立六年，纳税 A 级，至今没有一笔信用贷款。',
    included: '担保费、评估费、过桥利息。',
    excluded: '财政奖补，归 B2。',
  },
  {
    key: 'B2',
    theme: '资金与账款',
    name: '奖补门槛',
    definition: '关于奖补、补贴的条件、比例、垫资和拨付的意见。',
    example: '现行技改奖补的设备门槛，小厂够不着。',
    included: '建议为某类企业或者用途单列补助。',
    excluded: '银行信贷，归 B1。',
  },
  {
    key: 'B3',
    theme: '资金与账款',
    name: '账款拖欠',
    definition: '关于账期、验收和拖欠货款的意见。',
    example: '验收单拖着不签，账款就永远“有分歧”。',
    included: '对账期上限的赞成和保留。',
    excluded: '奖补资金没有到账，归 B2。',
  },
  {
    key: 'C1',
    theme: '企业负担',
    name: '填报负担',
    definition: '关于报表、问卷、检查和重复报送的意见。',
    example: '表格大同小异，口径却不一样，两名财务每季度要花六天。',
    included: '升规后报表增多、多个系统重复上传。',
    excluded: '政策难懂，归 D1。',
  },
  {
    key: 'D1',
    theme: '服务与公开',
    name: '政策易懂',
    definition: '要求把政策、条件和办理渠道说得明白的意见。',
    example: '惠企政策出台时，能不能同时配一张“一页纸”？',
    included: '测算表、固定的联系人。',
    excluded: '统计口径，归 A1。',
  },
  {
    key: 'D2',
    theme: '服务与公开',
    name: '平台与设备开放',
    definition: '关于公共平台、检测设备、创新中心能不能用得上的意见。',
    example: '建议把“设备对外开放机时”写进创新中心的考核指标。',
    included: '收费、预约、操作设备的人员，公开清单。',
    excluded: '园区公交、食堂，归 E2。',
  },
  {
    key: 'D3',
    theme: '服务与公开',
    name: '首次应用',
    definition: '关于新产品、新材料、国产软件没有人肯先用的意见。',
    example: '难点不在研制，在于没有人愿意当第一个用户。',
    included: '保险、认证周期、采购目录、并行期。',
    excluded: '数据格式和接口，归 F1。',
  },
  {
    key: 'E1',
    theme: '人才与园区',
    name: '技能人才',
    definition: '关于技师、班组长、培训和留人的意见。',
    example: '车间里真正缺的是会调机、会看图、能带徒弟的班组长。',
    included: '配偶就业、子女入学。',
    excluded: '平台上操作设备的人员，归 D2。',
  },
  {
    key: 'E2',
    theme: '人才与园区',
    name: '园区与搬迁',
    definition: '关于园区布局、配套、租金和搬迁安置的意见。',
    example: '原有租户怎么办？最近的替代厂房租金翻了一倍。',
    included: '公交、食堂、托管；区域之间的均衡。',
    excluded: '园区的网络，归 F1。',
  },
  {
    key: 'F1',
    theme: '数字化与绿色',
    name: '联网与接口',
    definition: '关于网络覆盖、资费、设备联网、数据格式和数据归属的意见。',
    example: '希望平台企业开放常见老设备的接入协议库。',
    included: '5G 室内覆盖、换平台时带走数据。',
    excluded: '“数字化转型”怎样认定，归 A1。',
  },
  {
    key: 'F2',
    theme: '数字化与绿色',
    name: '能效与环保',
    definition: '关于能耗、对标、固体废物和环评的意见。',
    example: '陶瓷行业的能效对标不能只按吨产品能耗排队。',
    included: '数据公开、周边居民参与。',
    excluded: '以能耗衡量技改效果的，归 A3。',
  },
]

/** A part of the comments only: the rest is left to be sorted. */
export const demoTags: DemoTag[] = [
  { ref: 'industrial-internet-definition', code: 'A1' },
  { ref: 'industrial-internet-definition', code: 'A2' },
  { ref: 'finance-two-hundred-billion', code: 'A1' },
  { ref: 'finance-two-hundred-billion', code: 'B1' },
  { ref: 'five-g-indoor', code: 'A2' },
  { ref: 'five-g-indoor', code: 'F1' },
  { ref: 'upgrade-threshold', code: 'B2' },
  { ref: 'upgrade-quality-not-count', code: 'A3' },
  { ref: 'clusters-finance-tail', code: 'B1' },
  { ref: 'arrears-mechanism', code: 'B3' },
  { ref: 'evaluation-burden', code: 'C1' },
  { ref: 'upgrade-to-scale-fear', code: 'C1' },
  { ref: 'policy-one-page', code: 'D1' },
  { ref: 'centres-open-labs', code: 'D2' },
  { ref: 'centres-open-labs', code: 'A3' },
  { ref: 'first-set-insurance', code: 'D3' },
  { ref: 'talent-evening-classes', code: 'E1' },
  { ref: 'village-parks-tenants', code: 'E2' },
  { ref: 'industrial-internet-old-machines', code: 'F1' },
  { ref: 'energy-benchmark-ceramics', code: 'F2' },
]
