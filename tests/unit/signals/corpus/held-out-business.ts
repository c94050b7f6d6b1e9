import { type Labelled, said, saidBy } from './labelled'

/** Firms' own figures, listed words, links, other languages, odd lengths. Held out as the personal ones are. */
export const heldOutBusiness: Labelled[] = [
  saidBy(
    '佛山市南辉精密铸造有限公司',
    '我公司去年‹trade_secret|营业收入1.36亿元›，‹trade_secret|净利润只有412万元›，贷款却要看利润率，建议改看订单。',
  ),
  saidBy(
    '肇庆恒誉新材料有限公司',
    '本公司第二条产线‹trade_secret|月产能2600吨›，受电价影响经常只开一半，建议电价与技改进度挂钩。',
  ),
  said('我厂一年‹trade_secret|电费支出980万元›，占成本的两成，希望分时电价对连续生产的行业留个口子。'),
  saidBy(
    '东莞市启帆智能装备有限公司',
    '启帆智能装备今年一季度‹trade_secret|在手订单8700万元›，缺的是装配工人。建议培训补贴跟着订单走。',
  ),
  said('我们公司‹trade_secret|毛利率从21%降到9%›，主要是原料涨价，请考虑大宗商品保供。'),
  said('我司报给整车厂的‹trade_secret|单价是每套318元›，比进口件便宜四成，首批次保险却按进口件的费率收。'),
  saidBy(
    '江门市侨嘉五金制品有限公司',
    '侨嘉五金‹trade_secret|年出口额2300万美元›，九成走盐田，建议在江门设集货点。',
  ),
  said('本厂‹trade_secret|银行贷款余额5600万元›，抵押率已经到顶，“专属融资服务”请考虑知识产权质押。'),
  said('建议将年营业收入2000万元以下的小微企业也纳入贴息范围。'),
  said('全市规上企业去年技改投入120亿元，我们协会的会员只占其中很小一块。'),
  said('我公司建议把首台套奖励上限提高到3000万元，并明确拨付时间。'),
  said('我司完全赞成把8500家企业的技改任务分解到县区。'),
  said('本公司有员工460人，其中研发人员58人，希望人才公寓配租按人数算。'),
  said('对口的领导要是再不回复，那就是‹banned_word|脑残›政策，别怪我说话难听。'),
  said('‹banned_word|代开发票›，点位低，各行业都可以，电话‹phone|13315120417›。'),
  said('‹banned_word|无抵押贷款›，最快三小时到账，技改企业额度更高，加微信‹social_account|dk_caiwu01›。'),
  said('打击网络‹banned_word|博彩›也是净化产业园环境的一部分，员工宿舍里有人沉迷。'),
  said('资料见 ‹link|https://www.gd-mould.example.org/2021/report?id=17›，第三节说的就是这个问题。'),
  said('可以参考‹link|www.cluster-map.example.cn›上面的集群地图，建议省里也做一张。'),
  said('别的省已经公开了名单，网址‹link|smart.example.gov.cn/list/2020.html›，我们也可以学。'),
  said(
    'The subsidy for technical renovation should be open to foreign-invested small manufacturers as well.',
    'language',
  ),
  said('We support measure 7.1. 谢谢。', 'language'),
  said('支持', 'length'),
  said('同意第3条', 'length'),
  said('好！', 'length'),
  said('ok', 'length', 'language'),
  said('？？？', 'length', 'language'),
  saidBy(
    '惠州市德瑞新能源科技有限公司',
    '德瑞新能源去年‹trade_secret|出货量1.8GWh›，正极材料全靠省外，建议引进两家材料厂。',
  ),
  said('我公司‹trade_secret|去年亏损430万元›，仍然没有裁员，请把稳岗返还的比例提高。'),
  said('我厂‹trade_secret|年用电量860万度›，希望参加需求响应，但终端改造要自己掏钱。'),
  said('本公司承诺三年内达到国家一级能效，请先给改造的时间。'),
  said('园区门卫态度恶劣，骂我‹banned_word|狗东西›，请管委会教育。'),
  said('正规渠道‹banned_word|代办资质›，安全生产许可证三十天下证。'),
  said('视频在这里：‹link|https://v.example.net/2021/ab-7Kd_9›。请看第三分钟。'),
  said('Это хорошая инициатива.', 'language'),
]
