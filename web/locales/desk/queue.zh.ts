import { chineseNumeral } from '../../lib/numerals'

export const queueZh = {
  queue: {
    heading: '审核台',
    title: (pending: string) => `待审 ${pending}`,
    waiting: '待审',
    oldest: '最久已等',
    filters: '筛选',
    order: '队列',
    all: '最久未审',
    kinds: '参与人',
    measures: '措施',
    everyMeasure: '全部措施',
    list: '待审意见',
    shown: (count: string) => `已载入 ${count} 条`,
    refresh: '刷新',
    refreshing: '正在刷新……',
    loadingMore: '正在载入更多……',
    moreFailed: '后面的意见没有载入成功。',
    end: '已到队列末尾',
    empty: '暂无待审意见',
    emptyText: '收到新意见后，刷新即可看到。',
    emptyFilter: '没有符合筛选条件的待审意见',
    emptyFilterText: (pending: string) => `换一个条件看看，全部待审还有 ${pending} 条。`,
    showAll: '查看全部',
    resubmitted: '重新提交',
    isReply: '回复',
    unpublishable: '不公开',
    back: '返回列表',
    previous: '上一条',
    next: '下一条',
    choose: '从左侧选一条意见。',
    waited: (days: number, hours: number, minutes: number) =>
      days > 0
        ? `${days} 天 ${hours} 小时`
        : hours > 0
          ? `${hours} 小时 ${minutes} 分`
          : minutes > 0
            ? `${minutes} 分钟`
            : '刚刚',
    waitedLabel: (text: string) => `已等 ${text}`,
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
    useHint: '关闭后，单个字母和数字键不再触发操作；Enter、Ctrl+Enter、Esc 和方向键照常可用。',
    whileTyping: '在输入框中打字时，单键快捷键不起作用。',
    off: '单键快捷键已关闭',
    rows: {
      next: '下一条',
      previous: '上一条',
      publish: '发布（或接收，不公开）',
      return: '退回修改',
      reject: '不予发布',
      reason: '选择理由',
      confirm: '确认决定',
      confirmTyping: '写说明时确认决定',
      cancel: '取消',
      refresh: '刷新队列',
      help: '显示快捷键',
    },
  },
}
