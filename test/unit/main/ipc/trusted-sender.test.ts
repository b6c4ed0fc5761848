import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '../../../../main/ipc/trusted-sender.ts'

const ORIGIN = 'app://waypost'
function event(changes: { url?: string; parent?: unknown; id?: number; isOther?: boolean; isGone?: boolean } = {}) {
  const frame = { url: changes.url ?? 'app://waypost/index.html', parent: changes.parent ?? null }
  return {
    sender: { id: changes.id ?? 1, mainFrame: changes.isOther ? {} : frame },
    senderFrame: changes.isGone ? null : frame,
  }
}

describe('the check of senders', () => {
  it('lets the top frame of our window through', () => {
    expect(isTrustedSender(event(), 1, ORIGIN)).toBe(true)
  })

  it.each([
    ['a frame inside the page', event({ parent: {} })],
    ['a frame that is gone', event({ isGone: true })],
    ['another window', event({ id: 2 })],
    ['a frame that is not the main frame', event({ isOther: true })],
    ['a web page', event({ url: 'https://evil.example/app://waypost/' })],
    ['another host of the scheme', event({ url: 'app://evil/index.html' })],
    ['a host that begins alike', event({ url: 'app://waypost.evil/index.html' })],
    ['a local file', event({ url: 'file:///index.html' })],
    ['about:blank', event({ url: 'about:blank' })],
    ['no address', event({ url: '' })],
  ])('stops %s', (_name, sent) => {
    expect(isTrustedSender(sent, 1, ORIGIN)).toBe(false)
  })

  it('stops everyone while there is no window', () => {
    expect(isTrustedSender(event(), null, ORIGIN)).toBe(false)
  })
})
