import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../../../../main/broker/built-in/acl.ts'
import { readBridges } from '../../../../../main/setup/bridges/bridge-rules.ts'
import { findEchoes } from '../../../../../main/setup/bridges/loop-check.ts'
import { bridgesOf } from '../../../../../main/setup/bridges/site-bridge.ts'
import { checkPlan } from '../../../../../main/setup/plan/check-plan.ts'
import { prepareDraft, reviewOf } from '../../../../../main/setup/prepare.ts'
import type { SetupPlan } from '../../../../../preload/contract/models/broker/setup.ts'
import { passwordsFor } from '../../../../support/brokers/new-plan.ts'
import { NOW } from '../new-plan.ts'
import { bridgedPlan, build, CENTRE, SITES, textOf } from './build-cluster.ts'

const BRIDGE = 'etc/mosquitto/conf.d/waypost-centre.conf'

describe('the bridge of a site', () => {
  it('takes what is for its devices down and what they say up, over a login of its own, and keeps its session', async () => {
    const built = await build(bridgedPlan())
    const lines = textOf(built, `nodes/north.site.local/${BRIDGE}`).split('\n')
    for (const line of [
      'address centre.site.local:8883',
      'bridge_cafile /etc/mosquitto/certs/ca.crt',
      'remote_username site-north.site.local',
      'cleansession false',
      'try_private true',
      'notifications true',
      'notification_topic site/north.site.local/bridge',
      'topic device/rpi_001/command in 0',
      'topic device/rpi_002/cancel in 0',
      'topic device/all/hello in 0',
      'topic device/rpi_001/status out 1',
      'topic device/rpi_001/heartbeat out 0',
      'topic device/rpi_001/data out 0',
      'topic device/rpi_001/result out 1',
      'topic device/rpi_001/ack out 1',
      'topic device/rpi_002/output out 1',
    ]) {
      expect(lines).toContain(line)
    }
    expect(lines.filter((line) => line.includes('rpi_003'))).toEqual([])
    const passwords = SITES.map((site) => /^remote_password (.+)$/m.exec(textOf(built, `nodes/${site}/${BRIDGE}`))?.[1])
    expect(new Set(passwords).size).toBe(2)
  })

  it('has an account at the centre that speaks for the devices of its site alone; devices have none there', async () => {
    const built = await build(bridgedPlan())
    const folder = `nodes/${CENTRE}/etc/mosquitto`
    const users = textOf(built, `${folder}/passwd`)
      .split('\n')
      .map((line) => line.split(':')[0])
    expect(users).toEqual(['operator', 'site-north.site.local', 'site-192.168.3.10', ''])
    const sections = textOf(built, `${folder}/acl`).split(/^user /m)
    const north = sections.find((section) => section.startsWith('site-north.site.local\n')) ?? ''
    const filters = (access: string) =>
      [...north.matchAll(new RegExp(`^topic ${access} (.+)$`, 'gm'))].map(([, filter = '']) => filter)
    expect(isWithin(filters('write'), 'device/rpi_001/result')).toBe(true)
    expect(isWithin(filters('write'), 'device/rpi_003/result')).toBe(false)
    expect(isWithin(filters('write'), 'device/rpi_001/command')).toBe(false)
    expect(isWithin(filters('read'), 'device/rpi_002/command')).toBe(true)
    expect(isWithin(filters('read'), 'device/rpi_003/command')).toBe(false)
    expect(sections.find((section) => section.startsWith('operator\n'))).toContain('topic read site/+/bridge')
    expect(textOf(built, `${folder}/acl`)).not.toContain('pattern')
  })

  it('is at the site of a device, to which its kit leads', async () => {
    const built = await build(bridgedPlan())
    expect(textOf(built, 'handover/devices/rpi_003/waypost-bridge.conf')).toContain('address 192.168.3.10:8883\n')
    expect(textOf(built, 'handover/operators/operator/login.txt')).toContain(': centre.site.local\n')
    expect(textOf(built, 'nodes/192.168.3.10/etc/mosquitto/passwd')).toMatch(/^operator:.*\nrpi_003:/)
    for (const [path, { text }] of built.files) {
      if (path.startsWith('nodes/') && path.endsWith('install.sh')) {
        expect(spawnSync('sh', ['-n'], { input: text }).status, path).toBe(0)
      }
    }
  })

  it('keeps its login where a device is added, and shows no secret in the preview', async () => {
    const plan = bridgedPlan()
    const built = await build(plan)
    const more = await build(
      bridgedPlan({ devices: [...plan.devices, 'rpi_004'], siteOf: { ...plan.siteOf, rpi_004: '192.168.3.10' } }),
      {
        ...built.material,
        passwords: passwordsFor(bridgedPlan({ devices: [...plan.devices, 'rpi_004'] })),
      },
    )
    expect(more.material.bridges.get('site-north.site.local')).toEqual(
      built.material.bridges.get('site-north.site.local'),
    )
    expect(textOf(more, `nodes/192.168.3.10/${BRIDGE}`)).toContain('device/rpi_004/command in 0')
    const passwords = Object.fromEntries(passwordsFor(plan))
    const prepared = await prepareDraft({ id: 'x', plan, passwords }, null, null, NOW)
    const shown = JSON.stringify(reviewOf(prepared))
    const logins = [...prepared.material.bridges.values()].flatMap(({ password, hash }) => [password, hash])
    for (const secret of [...Object.values(passwords), ...logins]) expect(shown).not.toContain(secret)
  })

  it('makes no circle with those of other sites, as its file says it', async () => {
    const plan = bridgedPlan()
    const built = await build(plan)
    const read = SITES.flatMap((site) => readBridges(textOf(built, `nodes/${site}/${BRIDGE}`), site).bridges)
    expect(read.map(({ on, to, isPrivate }) => [on, to, isPrivate])).toEqual(SITES.map((site) => [site, CENTRE, true]))
    expect(findEchoes(read)).toEqual([])
    expect(findEchoes(bridgesOf(plan))).toEqual([])
  })
})

describe('a plan of sites', () => {
  const problems = (changes: Partial<SetupPlan>) => {
    const plan = bridgedPlan(changes)
    return checkPlan(plan, passwordsFor(plan)).map(({ field, item }) => [field, item])
  }

  it.each([
    [{}, []],
    [{ hosts: [CENTRE], devices: [] }, [['hosts', null]]],
    [{ mode: 'mtls' }, [['mode', null]]],
    [
      { siteOf: { rpi_001: 'north.site.local', rpi_002: 'gone.site.local' } },
      [
        ['devices', 'rpi_002'],
        ['devices', 'rpi_003'],
      ],
    ],
    [{ operators: ['site-192.168.3.10'] }, [['operators', 'site-192.168.3.10']]],
    // Ids with a dot are topics like others to Mosquitto.
    [{ devices: ['rpi.001'], siteOf: { 'rpi.001': '192.168.3.10' } }, []],
    // Where there is one site, every device is its.
    [{ hosts: [CENTRE, 'north.site.local'], siteOf: {} }, []],
  ] as const)('names what cannot be: %j', (changes, found) => {
    expect(problems(changes)).toEqual(found)
  })
})
