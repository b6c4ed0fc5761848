import { PROXY_URL } from '../../../preload/contract/models/limits.ts'

const KINDS: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', SOCKS5: 'socks5', SOCKS: 'socks5' }

/**
 * The first way of a list as a PAC script answers it, such as `PROXY proxy.example:8080; DIRECT`, as the address of a proxy;
 * null where it goes directly, or through a kind of proxy that is not known here.
 */
export function firstProxy(list: string): string | null {
  const [first = ''] = list.split(';')
  const [kind = '', place = ''] = first.trim().split(/\s+/)
  const url = `${KINDS[kind.toUpperCase()] ?? ''}://${place}`
  return PROXY_URL.test(url) ? url : null
}
