/** Rows of table 3 with the figures of two years: each row adds up, in either, so that no sum tells which is which. */
export const rowLabels = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '（一）予以公开',
]
export const thisYear = [
  [41, 7, 0, 2, 1, 3, 54],
  [5, 0, 0, 0, 0, 1, 6],
  [30, 6, 0, 2, 1, 2, 41],
]
export const yearBefore = [
  [62, 9, 1, 0, 0, 4, 76],
  [3, 2, 0, 0, 0, 0, 5],
  [48, 8, 1, 0, 0, 3, 60],
]
