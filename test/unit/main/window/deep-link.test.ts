import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkIn, readDeepLink } from '../../../../main/window/deep-link.ts'
import { Navigator } from '../../../../main/window/navigator.ts'
import type { NavigationRequest } from '../../../../preload/contract/events.ts'

describe('a link into the app', () => {
  it('opens a device, or the devices of a filter', () => {
    expect(readDeepLink('waypost://device/pump-1')).toEqual({ to: 'devices', deviceId: 'pump-1' })
    expect(readDeepLink('waypost://device/pump-1/')).toEqual({ to: 'devices', deviceId: 'pump-1' })
    expect(readDeepLink('waypost://devices')).toEqual({ to: 'devices' })
    expect(readDeepLink('waypost://devices?filter=tag%3Aroof%20cpu%3E80')).toEqual({
      to: 'devices',
      text: 'tag:roof cpu>80',
    })
    expect(readDeepLink('waypost://devices?filter=%E6%A0%87%E7%AD%BE%3A%E5%B1%8B%E9%A1%B6')).toEqual({
      to: 'devices',
      text: '标签:屋顶',
    })
  })

  it.each([
    ['another scheme', 'https://device/pump-1'],
    ['a script', 'javascript:alert(1)//waypost://device/a'],
    ['another place', 'waypost://console?text=reboot'],
    ['a command', 'waypost://device/pump-1?run=reboot'],
    ['a path further down', 'waypost://device/pump-1/restart'],
    ['a path upward', 'waypost://device/..%2F..%2Fetc'],
    ['no device', 'waypost://device/'],
    ['a wildcard of MQTT', 'waypost://device/%2B'],
    ['a broken escape', 'waypost://device/%E0%A4%A'],
    ['a login', 'waypost://user:pass@device/pump-1'],
    ['a port', 'waypost://device:80/pump-1'],
    ['a fragment', 'waypost://device/pump-1#x'],
    ['text that is turned round', 'waypost://devices?filter=%E2%80%AEtag'],
    ['a new line', 'waypost://devices?filter=a%0Ab'],
    ['two filters', 'waypost://devices?filter=a&filter=b'],
    ['more than a filter', 'waypost://devices?filter=a&approve=1'],
    ['a text that is too long', `waypost://devices?filter=${'a'.repeat(600)}`],
    ['a link that is too long', `waypost://device/${'a'.repeat(3_000)}`],
  ])('leads nowhere with %s', (_what, link) => {
    expect(readDeepLink(link)).toBeNull()
  })

  it('never does more than open the list of devices', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        for (const link of [`waypost://${tail}`, `waypost://device/${tail}`, `waypost://devices?filter=${tail}`]) {
          const to = readDeepLink(link)
          expect(to === null || to.to === 'devices').toBe(true)
        }
      }),
    )
  })

  it('is found in the command line of a second start, and the program itself is none', () => {
    expect(linkIn(['waypost://device/x', '--flag', 'waypost://device/pump-1'])).toBe('waypost://device/pump-1')
    expect(linkIn(['/usr/bin/waypost', '--demo'])).toBeNull()
  })
})

describe('the way of the window', () => {
  function scene() {
    const sent: NavigationRequest[] = []
    const state = { pageId: null as number | null, shown: 0 }
    const navigator = new Navigator({
      showWindow: () => {
        state.shown += 1
      },
      pageId: () => state.pageId,
    })
    return { navigator, sent, state, start: () => navigator.start((to) => void sent.push(to)) }
  }

  it('waits until the page listens, and is then told at once', () => {
    const { navigator, sent, state, start } = scene()
    navigator.openLink('waypost://device/early')
    state.pageId = 1
    start()
    expect(navigator.take()).toEqual({ to: 'devices', deviceId: 'early' })
    expect(navigator.take()).toBeNull()
    navigator.open({ to: 'alerts', text: '' })
    expect(sent).toEqual([{ to: 'alerts', text: '' }])
  })

  it('waits again where the window was closed', () => {
    const { navigator, sent, state, start } = scene()
    state.pageId = 1
    start()
    navigator.take()
    state.pageId = null
    navigator.openLink('waypost://devices?filter=a')
    state.pageId = 2
    expect([sent, navigator.take()]).toEqual([[], { to: 'devices', text: 'a' }])
  })

  it('shows the window for a link that leads nowhere, and stays where it is', () => {
    const { navigator, sent, state, start } = scene()
    state.pageId = 1
    start()
    navigator.take()
    navigator.openLink('waypost://console?text=reboot')
    expect([state.shown, sent, navigator.take()]).toEqual([1, [], null])
  })
})
