import { texts as chinese } from 'virtual:words/zh-CN'

/** In the order of `virtual:words/keys`. */
export const texts = chinese
