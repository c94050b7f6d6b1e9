import { type Labelled, said, saidBy } from './labelled'

const onRenovation =
  '关于设备更新和技术改造，我们有几点具体的看法。一是目录更新太慢，去年买的双主轴车铣复合不在目录里，只能按普通数控机床申报，补贴差了一大截。二是“先建后补”的周期太长，从备案、施工、验收到审计、公示、拨付，最快十四个月，最慢的三年还没有到账，企业垫付的利息早就超过了奖补。三是淘汰旧设备的认定只看铭牌年限，不看能耗实测，有的十五年老设备经过改造，能效并不比新设备差。建议目录半年一调，补贴改为按进度拨付，旧设备以实测为准。'
const onFinance =
  '融资方面，感谢这几年的首贷补贴和延期还本付息。现在的难处在于：抵押物用尽之后，银行只认流水和税票，而装备企业的订单周期往往一年半，季节性很强，用月度流水评级，淡季必然降额。建议由省里的中小企业融资平台汇集订单、社保、用电三类数据，企业授权之后供银行调用，降额之前要给企业说明和申诉的机会。同时请把知识产权质押的评估费纳入补助，一份评估报告动辄四五万元，小厂负担不起。'
const onTalent =
  '人才方面，高精尖缺固然要引进，但产业集群里最缺的是能带班的中级技工。我们调查了集群里六十四家企业，八成缺钳工、电工和编程员，平均招工周期四个月。技工院校的课程还停留在十年前的数控系统，学生毕业后至少再培训半年。建议支持企业把淘汰下来但仍可用的设备捐给学校，按残值抵税；支持老师傅到学校兼课，课时费由省级财政给一点补助；技能等级由企业自主评价，结果与积分入户、子女入学直接挂钩。'
const onParks =
  '园区建设方面，最突出的是“重土地、轻配套”。有的园区道路修了六年，公交还没有通；有的标准厂房建好了，变压器要再等一年。招商时说的“七通一平”，到了企业进场，往往只有“三通”。建议把电力增容、天然气、工业污水、物流通道、职工宿舍列成一张清单，招商公告里逐项写明完成时间，未按期完成的，应当减免租金。对入园企业的投资强度和亩均税收，也应当按行业分档，不能用电子行业的标准去要求铸造和陶瓷。'
const onDigital =
  '数字化转型方面，不同规模的企业要的东西完全不一样。大企业要打通系统，中型企业要看清成本，小企业只想知道今天哪一单会误期。现在的支持办法都是按“平台”和“标杆”来设计的，小企业挤不进去。建议设立一个“百元套餐”：每家企业每年给一笔小额的数字化券，可以用来买排产、报工、质检中的任何一项服务，用满一年再续，服务商按企业的实际使用次数结算。这样钱虽少，但是每一分都花在了用得上的地方，也能把真正好用的服务商筛选出来。'
const onGreen =
  '绿色制造方面，我们赞成能效“领跑者”制度，但目前的评选材料过于厚重，光第三方核查报告就要三份。建议与碳核查、清洁生产审核、节能诊断合并，一次进厂，出一份底稿，各家共用。对余热利用、废水回用这类单个企业做不划算、几家合起来才划算的项目，应当由园区牵头，按用量分摊，省里给予一次性的管网补助。固体废物跨市转移的审批时限要公开，现在有的地市三十天，有的地市半年，企业只好把危险废物存在厂里，这本身就是最大的安全隐患。'
const onMarket =
  '市场方面，首台套、首批次、首版次的政策都有了，但“首用难”的问题没有解决。用户单位不敢用，不是因为不信任产品，而是出了问题没有人替采购人说话。建议在政府投资项目和国有企业采购里，对列入目录的国产装备明确容错条款，符合程序、没有谋取私利的，不追究采购人的责任；同时每年公布采购目录内产品的单位名单和数量，用得多的，在评价里加分。中小企业参加展会，建议按订单转化率而不是按展位面积给补贴。'
const onSafety =
  '安全生产方面，建议把“双随机”检查的结果在部门之间共享。去年我们一家四十人的小厂接受了十一次检查，应急、消防、环保、市场监管、街道网格各查各的，要求还互相矛盾：消防要求通道两侧不得放置货架，街道却要求货架加装防撞护栏并且不得移动。每次整改都要停半天工。能不能一年一张清单，一次查全，查完互认？对连续两年没有重大隐患的企业，适当降低检查频次，让企业有动力把安全做好，而不是把精力花在迎检上。'
const onClosing =
  '以上意见是我们几家企业反复商量后写的，既有感谢，也有抱怨，但出发点都是希望制造业能够在这里扎下根来。数字会变，口号会变，能把一件产品做好、把一批人留住的，始终是一间一间的工厂。希望这次征集不是走过场，每一条意见采纳与否，都能看到一句实实在在的理由。'

/** Long ones, up to 3,000 characters; the needle stands somewhere in the hay. */
export const long: Labelled[] = [
  said(onRenovation),
  said(`${onFinance}${onClosing}`),
  said(`${onTalent}\n\n联系人：欧阳师傅，‹phone|13680630414›。`),
  said(`${onParks}我家就在园区旁边，‹address|惠州市博罗县园洲镇禾山村三组26号›，每天看着它修了停、停了修。`),
  saidBy(
    '佛山市瑞衡精密模具有限公司',
    `${onRenovation}瑞衡精密模具2020年‹trade_secret|技改投入2640万元›，到现在只拿到首期奖补。${onMarket}`,
  ),
  said(
    `${onDigital}\n如需我们的试用报告，请发邮件到‹email|report@jiejie-soft.example.com›，或者看‹link|https://jiejie-soft.example.com/try›。`,
  ),
  said(`一、${onGreen}\n二、${onSafety}\n三、${onClosing}`),
  said(
    `${onRenovation}\n${onFinance}\n${onTalent}\n${onParks}\n${onDigital}\n${onGreen}\n${onMarket}\n${onSafety}\n${onClosing}`,
  ),
  said(
    `${onRenovation}\n${onFinance}\n申报人身份证‹id_number|33010619890309288X›，卡号‹bank_card|6216610544629042925›。\n${onTalent}\n${onParks}\n${onDigital}\n${onGreen}\n${onMarket}\n${onSafety}\n${onClosing}`,
  ),
  said(
    `${onMarket}${onSafety}${onClosing}${onDigital}${onFinance}${onTalent}${onParks}${onGreen}${onRenovation}${onMarket}${onFinance}`,
    'length',
  ),
  said(
    `${onClosing}\n${onSafety}\n${onMarket}\n${onGreen}\n我厂‹trade_secret|年产值1.9亿元›，‹trade_secret|每年电费1500万元›，就在这条线上。\n${onDigital}\n${onParks}\n${onTalent}\n${onFinance}\n${onRenovation}\n${onSafety}\n联系电话‹phone|0750 3328816›。${onMarket}`,
    'length',
  ),
  said(
    `${onDigital}${onParks}${onTalent}${onGreen}${onFinance}${onRenovation}${onMarket}${onSafety}${onClosing}${onDigital}${onParks}${onTalent}${onGreen}${onMarket}${onRenovation}${onClosing}`,
    'length',
  ),
]
