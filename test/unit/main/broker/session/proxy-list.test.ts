import { expect, it } from 'vitest'
import { firstProxy } from '../../../../../main/broker/session/proxy-list.ts'

it.each([
  ['DIRECT', null],
  ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
  ['SOCKS5 127.0.0.1:1080', 'socks5://127.0.0.1:1080'],
  ['SOCKS proxy.example:1080;PROXY other:1', 'socks5://proxy.example:1080'],
  ['PROXY [2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
  ['HTTPS proxy.example:443', null],
  ['SOCKS4 proxy.example:1080', null],
  ['PROXY', null],
  ['', null],
])('reads the way that the system names: %s', (list, url) => {
  expect(firstProxy(list)).toBe(url)
})
