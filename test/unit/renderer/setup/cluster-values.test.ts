import { describe, expect, it } from 'vitest'
import type { SetupView } from '../../../../preload/contract/models/broker/setup.ts'
import {
  devicesAt,
  draftOf,
  newWizard,
  type WizardValues,
  withAccounts,
  withCluster,
  withDevices,
  withDevicesAt,
  withHosts,
  withPlatform,
} from '../../../../renderer/features/setup/wizard-state.ts'

const cluster = withPlatform(newWizard('id', 'Plant'), 'cluster')
const change = (values: WizardValues, plan: Partial<WizardValues['plan']>): WizardValues => ({
  ...values,
  plan: { ...values.plan, ...plan },
})
const bridged = withHosts(withCluster(cluster, 'bridges'), ['centre', 'north', 'south'])
const peopled = withDevicesAt(withDevicesAt(bridged, 'north', ['a', 'b']), 'south', ['c'])

describe('the values of a cluster', () => {
  it('keep no containers where there is nothing to choose, and no haproxy before bridges', () => {
    const chosen = change(cluster, { runtime: 'compose', balancers: ['mq'] })
    expect(withCluster(chosen, 'rabbitmq').plan).toMatchObject({ runtime: 'compose', balancers: ['mq'] })
    expect(withCluster(chosen, 'emqx').plan).toMatchObject({ runtime: undefined, balancers: ['mq'] })
    expect(withCluster(chosen, 'bridges').plan).toMatchObject({ runtime: undefined, balancers: undefined })
    expect(withPlatform(chosen, 'debian').plan).toMatchObject({ runtime: undefined, balancers: undefined })
  })

  it('hold each device at one site', () => {
    expect(peopled.plan.devices).toEqual(['a', 'b', 'c'])
    expect(['north', 'south'].map((site) => devicesAt(peopled.plan, site))).toEqual([['a', 'b'], ['c']])
    const moved = withDevicesAt(peopled, 'south', ['c', 'a'])
    expect(['north', 'south'].map((site) => devicesAt(moved.plan, site))).toEqual([['b'], ['c', 'a']])
    const removed = withDevicesAt(moved, 'south', ['c'])
    expect(removed.plan.devices).toEqual(['b', 'c'])
    expect(draftOf(removed).plan.siteOf).toEqual({ b: 'north', c: 'south' })
  })

  it('keep the devices of a site that gets another name, and leave those of one that goes without a site', () => {
    const renamed = withHosts(peopled, ['centre', 'north.site.local', 'south'])
    expect(devicesAt(renamed.plan, 'north.site.local')).toEqual(['a', 'b'])
    const more = withHosts(peopled, ['centre', 'north', 'south', 'west'])
    const fewer = withHosts(more, ['centre', 'south', 'west'])
    expect(['south', 'west'].flatMap((site) => devicesAt(fewer.plan, site))).toEqual(['c'])
  })

  it('give every device to the only site', () => {
    const one = withHosts(peopled, ['centre', 'south'])
    expect(devicesAt(one.plan, 'south')).toEqual(['a', 'b', 'c'])
  })

  it('take further devices at the site that was chosen', () => {
    const view = { plan: draftOf(peopled).plan } as SetupView
    expect(withDevices(view, ['d'], 'south').plan).toMatchObject({
      devices: ['a', 'b', 'c', 'd'],
      siteOf: { d: 'south' },
    })
    expect(withDevices({ plan: draftOf(cluster).plan } as SetupView, ['d'], null).plan.siteOf).toBeUndefined()
  })
})

describe('accounts of a file', () => {
  const taken = {
    people: [
      { name: 'anna', hasPassword: true },
      { name: 'bert', hasPassword: false },
    ],
    devices: [
      { id: 'a', site: 'south' },
      { id: 'd', site: 'south' },
      { id: 'e', site: 'unknown' },
    ],
    passwords: 1,
    problems: [],
  }

  it('take the place of the empty row, and ask for no password that main has', () => {
    const { operators } = withAccounts(peopled, taken)
    expect(operators.map(({ name, password, keptName }) => [name, password, keptName])).toEqual([
      ['anna', '', 'anna'],
      ['bert', '', null],
    ])
    expect(new Set(operators.map(({ key }) => key)).size).toBe(2)
  })

  it('leave who was typed, and join devices at the sites that there are', () => {
    const typed = { ...peopled, operators: [{ key: 3, name: 'carl', password: 'typed', keptName: null }] }
    const { operators, plan } = withAccounts(typed, taken)
    expect(operators.map(({ name }) => name)).toEqual(['carl', 'anna', 'bert'])
    expect(plan.devices).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(['north', 'south'].map((site) => devicesAt(plan, site))).toEqual([['b'], ['a', 'c', 'd']])
  })
})
