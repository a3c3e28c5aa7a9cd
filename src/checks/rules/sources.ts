/** 国办公开办函〔2021〕30号 附件: the annex with the form, as rules cite it. */
export const FORM = '国办公开办函〔2021〕30号 附件'
