import { chineseNumeral } from '../../lib/numerals'
import { bulkZh } from './bulk.zh'

export const queueZh = {
  ...bulkZh,
  queue: {
    heading: '审核台',
    title: (pending: string) => `待审核 ${pending}`,
    list: '待审意见',
    totals: (comments: string, cards: string) => `意见 ${comments} 件／卡片 ${cards} 张`,
    inHand: (count: string) => `手中 ${count} 件`,
    refresh: '刷新',
    refreshing: '正在刷新……',
    loadingMore: '正在载入更多……',
    more: '载入更多',
    end: '已到队列末尾',
    empty: '暂无待审意见',
    emptyText: '新意见一到，会自动出现在这里。',
    emptyFilter: '这里没有等待处理的意见',
    emptyFilterText: (pending: string) => `换一个队列看看，全部待审还有 ${pending} 件。`,
    notYours: '这里的意见目前都由同事处理。',
    handDone: '手中的都已定了',
    handDoneText: '有新意见时会自动接上。最近的决定可按 U 撤销。',
    showAll: '查看全部',
    back: '返回列表',
    previous: '上一件',
    next: '下一件',
    waited: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `${days} 天 ${hours} 小时`
        : hours > 0
          ? `${hours} 小时 ${minutes} 分`
          : minutes > 0
            ? `${minutes} 分钟`
            : '刚刚',
    waitedShort: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `${days} 天${hours > 0 ? ` ${hours} 时` : ''}`
        : hours > 0
          ? `${hours} 时`
          : minutes > 0
            ? `${minutes} 分`
            : '刚刚',
    waitedLabel: (text: string) => `已等 ${text}`,
  },
  rail: {
    filters: '筛选',
    fold: '收起',
    unfold: (name: string) => `切换队列：${name}`,
    queues: '队列',
    views: {
      age: '最久未审',
      soon: '快超时',
      mine: '我认领的',
      passed: '转给我的',
      second: '需复核',
      appeals: '申诉',
      recheck: '抽查',
    },
    signals: '信号',
    noSignals: '目前没有',
    kinds: '参与人',
    measures: '措施',
    everyMeasure: '全部措施',
    decided: '已决定',
    agreement: '一致率',
  },
  facts: {
    waiting: '待审核',
    waitingParts: (first: string, second: string) => `（初审 ${first}、复核 ${second}）`,
    today: '今日已审',
    median: '中位用时',
    medianHint: '近七天，从收到到定下',
    overdue: '超期',
    online: '在线',
    persons: (names: readonly string[]) => names.join('、'),
    alone: '只有您',
    spans: {
      minutes: (count: string) => `${count} 分钟`,
      hours: (count: string) => `${count} 小时`,
      days: (count: string) => `${count} 天`,
    },
  },
  row: {
    select: (name: string) => `选中：${name}`,
    overdue: (late: string) => `超期 ${late}`,
    dueToday: '今日到期',
    similar: (count: string) => `相似 ${count} 件`,
    isReply: '回复',
    resubmitted: '重新提交',
    unpublishable: '不公开',
    held: (name: string, clock: string) => (clock ? `${name}处理中，至 ${clock}` : `${name}处理中`),
    takenOver: (name: string) => `${name}已接手`,
    expired: '认领已到期',
    passedToMe: (name: string) => `${name}转来`,
    passedOn: (name: string) => `已转给${name}`,
    passedAway: '已转给其他同事',
    sending: (act: string) => `${act}，正在提交`,
    staged: (act: string, seconds: number) =>
      seconds > 0 ? `${act}，${seconds} 秒后生效` : `${act}，即将生效`,
    stagedBy: (name: string) => `${name}刚作出决定`,
    stagedBySomebody: '同事刚作出决定',
    forColleague: '须由未经手的同事处理',
    doneBy: (name: string, act: string) => (act ? `已由${name}决定：${act}` : `已由${name}决定`),
    recorded: '抽查意见已记下',
    gone: '已不在队列',
    kinds: { second: '复核', appeal: '申诉', recheck: '抽查' },
  },
  hand: {
    takeHeading: '接手这一件？',
    takeText: (name: string, clock: string) =>
      clock
        ? `${name}正在处理，认领到 ${clock}。接手后对方会看到，此事记入审计日志。`
        : `${name}正在处理。接手后对方会看到，此事记入审计日志。`,
    takePassed: '这一件已转给其他同事。接手后对方会看到，此事记入审计日志。',
    take: '接手',
    taken: (name: string) => `已接手：${name}`,
    claimed: (name: string) => `已认领：${name}`,
    cancel: '取消',
    notYours: '这一件由同事处理。如需由您决定，请先接手。',
  },
  live: {
    arrived: (count: string) => `新到 ${count} 件`,
    lost: '与服务器的连接已断开，正在重连。列表可能不是最新。',
    back: '已恢复连接，列表已更新。',
  },
  place: (theme: number, measure: number) => `${chineseNumeral(theme)}.${measure}`,
  themeNumber: (number: number) => chineseNumeral(number),
  sentence: (number: number) => `第 ${number} 句`,
  verified: '已核验',
  unverified: '未核验',
  shortcuts: {
    heading: '键盘快捷键',
    open: '快捷键',
    use: '启用单键快捷键',
    useHint: '关闭后，单个字母、数字键和空格不再触发操作；Enter、Ctrl+Enter、Ctrl+K、Esc 和方向键照常可用。',
    whileTyping: '在输入框中打字时，单键快捷键不起作用。',
    off: '单键快捷键已关闭',
    passTo: (name: string) => `转给${name}`,
    groups: { walk: '浏览', decide: '决定', many: '成批', desk: '其他' },
    rows: {
      next: '下一件',
      previous: '上一件',
      select: '选中或取消',
      selectNext: '选中并往下',
      selectPrevious: '选中并往上',
      selectAll: '全选手中的；再按一次，全选这个队列',
      publish: '发布（或接收，不公开）',
      publishWithNote: '发布，先写说明',
      redact: '选词隐去',
      redactAll: '隐去信号标出的各处',
      return: '退回修改',
      reject: '不予发布',
      restore: '恢复发布（申诉）',
      pass: '转给同事',
      undo: '撤销刚才的决定',
      group: '打开相似组',
      take: '认领或接手',
      reason: '选择理由',
      confirm: '确认决定',
      confirmTyping: '写说明时确认决定',
      cancel: '取消、返回或取消选中',
      refresh: '刷新队列',
      palette: '命令面板',
      help: '显示快捷键',
    },
  },
}
