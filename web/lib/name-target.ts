/** 企业“小升规”：3600家, in the plan's own words. */
export const nameTarget = ({ indicator, quote }: { indicator: string; quote: string }): string =>
  `${indicator}：${quote}`
