// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { SetupView as KeptSetup } from '../../../../preload/contract/models/broker/setup.ts'
import { SetupView } from '../../../../renderer/features/setup/setup-view.tsx'
import { AccountsStep } from '../../../../renderer/features/setup/steps/accounts-step.tsx'
import { LimitsStep } from '../../../../renderer/features/setup/steps/limits-step.tsx'
import { NamesStep } from '../../../../renderer/features/setup/steps/names-step.tsx'
import { PlatformStep } from '../../../../renderer/features/setup/steps/platform-step.tsx'
import { useWizard } from '../../../../renderer/features/setup/use-wizard.ts'
import {
  draftOf,
  newWizard,
  withCluster,
  withHosts,
  withPlatform,
} from '../../../../renderer/features/setup/wizard-state.ts'
import { renderView } from '../support/render-view.tsx'

const cluster = withPlatform(newWizard('plant', 'Plant'), 'cluster')
const bridged = withHosts(withCluster(cluster, 'bridges'), ['centre.local', 'north.local', 'south.local'])

function Steps({ start }: { readonly start: typeof cluster }) {
  const wizard = useWizard(start, { step: 'platform', review: null }, () => undefined)
  return (
    <>
      <PlatformStep wizard={wizard} />
      <NamesStep wizard={wizard} localHosts={[]} />
      <AccountsStep wizard={wizard} />
      <LimitsStep wizard={wizard} />
    </>
  )
}

const pasteInto = (field: HTMLElement, value: string) =>
  fireEvent.paste(field, { clipboardData: { getData: () => value } })

it('says of EMQX that it was not tried, offers containers for the others, and compares them by what was measured', async () => {
  await renderView(<Steps start={cluster} />)
  expect(screen.getByRole('radio', { name: 'In containers (Docker Compose)' })).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: 'EMQX cluster' }))
  expect(screen.queryByRole('radio', { name: 'In containers (Docker Compose)' })).toBeNull()
  expect(screen.getByText(/They were not tried against a real EMQX/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Which one, when?' }))
  const table = within(await screen.findByRole('dialog', { name: 'Which one, when' })).getByRole('table')
  const rows = within(table).getAllByRole('row')
  expect(rows).toHaveLength(6)
  expect(rows[5]?.textContent).toContain('Nothing: not tried against a real EMQX.')
})

it('asks for the longest keepalive where haproxy is in front, because it cuts off who is longer silent', async () => {
  await renderView(<Steps start={cluster} />)
  expect(screen.queryByRole('textbox', { name: 'Longest keepalive in seconds' })).toBeNull()
  pasteInto(screen.getByRole('combobox', { name: 'haproxy in front (optional)' }), 'mq.site.local')
  expect(await screen.findByRole('textbox', { name: 'Longest keepalive in seconds' })).toBeTruthy()
})

it('asks for the devices of each site, and looks for circles among the bridges that are there already', async () => {
  const bridge = await renderView(<Steps start={bridged} />, {
    answers: {
      'setup.checkBridges': () => ({
        bridges: 1,
        findings: [{ cause: { en: 'It goes round.', zh: '' }, fix: { en: 'Take one away.', zh: '' } }],
      }),
    },
  })
  pasteInto(screen.getByRole('combobox', { name: 'north.local' }), 'rpi_001')
  pasteInto(screen.getByRole('combobox', { name: 'south.local' }), 'rpi_002')
  fireEvent.click(screen.getByRole('button', { name: 'There are bridges already…' }))
  fireEvent.change(screen.getByRole('combobox', { name: 'Broker' }), { target: { value: 'north.local' } })
  fireEvent.change(screen.getByRole('textbox', { name: 'mosquitto.conf of north.local' }), {
    target: { value: 'connection x' },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Look for circles' }))
  expect(await screen.findByText('It goes round. Take one away.')).toBeTruthy()
  const asked = bridge.asked.find(({ name }) => name === 'setup.checkBridges')?.input
  expect(asked).toMatchObject({
    plan: { siteOf: { rpi_001: 'north.local', rpi_002: 'south.local' } },
    texts: [
      { on: 'centre.local', text: '' },
      { on: 'north.local', text: 'connection x' },
      { on: 'south.local', text: '' },
    ],
  })
})

it('asks at which site a further device is', async () => {
  const kept: KeptSetup = {
    id: 'plant',
    plan: draftOf(bridged).plan,
    createdAt: 0,
    changedAt: 0,
    certificatesEndAt: null,
    caKey: 'stored',
    knownAccounts: [],
    savedIn: null,
  }
  const bridge = await renderView(<SetupView />, {
    answers: {
      'setup.list': () => [kept],
      'setup.suggest': () => ({ hosts: [], hasMosquitto: true }),
      'setup.addDevices': () => ({ problems: [], review: null }) as never,
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Add a device…' }))
  fireEvent.change(screen.getByRole('textbox', { name: /^Device ids/ }), { target: { value: 'rpi_003' } })
  fireEvent.change(screen.getByRole('combobox', { name: 'Site' }), { target: { value: 'south.local' } })
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(bridge.asked.at(-1)?.name).toBe('setup.addDevices'))
  expect(bridge.asked.at(-1)?.input).toEqual({ id: 'plant', devices: ['rpi_003'], site: 'south.local' })
})

it('takes accounts from a file, and says what came and what was left out', async () => {
  await renderView(<Steps start={cluster} />, {
    answers: {
      'setup.takeAccounts': () => ({
        people: [{ name: 'anna', hasPassword: true }],
        devices: [{ id: 'rpi_001', site: null }],
        passwords: 1,
        problems: [{ cause: { en: 'One was left out.', zh: '' }, fix: { en: 'Write operator or device.', zh: '' } }],
      }),
    },
  })
  fireEvent.click(screen.getByRole('button', { name: 'Take accounts from a file…' }))
  expect(await screen.findByText(/^Taken. People: 1, devices: 1, passwords: 1\./)).toBeTruthy()
  expect(screen.getByText('One was left out. Write operator or device.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^User name/ }).value).toBe('anna')
  expect(document.querySelector<HTMLInputElement>('[name^="setup-password"]')?.placeholder).toBe('Kept as it is')
})
