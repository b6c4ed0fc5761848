import { texts as english } from 'virtual:words/en'

/** In the order of `virtual:words/keys`. */
export const texts = english
