// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { JoiningView, JoinSuggestion, JoinView } from '../../../../preload/contract/models/devices/joining.ts'
import { AddDevices } from '../../../../renderer/features/devices/join/add-devices.tsx'
import { makeProfile } from '../support/profile.ts'
import { renderView } from '../support/render-view.tsx'

const ID = '6f0a3c1e-4a7e-4a35-9d1e-0f7f6d3c2b1a'
const NO_SCAN: JoiningView['scan'] = { isRunning: false, tried: 0, total: 0, hosts: [] }
const SUGGESTION: JoinSuggestion = {
  connectionId: 'workshop',
  brokerHosts: ['broker.lan'],
  brokerPort: 1883,
  isTls: false,
  login: 'none',
  setups: [],
  keptLogin: null,
  networks: ['192.168.1.0/24'],
}

const LINE: JoinView = {
  id: ID,
  address: 'pi.local',
  port: 22,
  state: 'host-key',
  hostKey: { kind: 'ssh-ed25519', fingerprint: 'SHA256:abc', isChanged: false },
  look: null,
  lookCommands: 'uname -s',
  deviceId: '',
  isUpgrade: false,
  steps: [],
  undo: 'sh undo.sh',
  failure: null,
  notes: [],
  canUndo: null,
  tookMs: null,
}

const READY: JoinView = {
  ...LINE,
  state: 'ready',
  deviceId: 'pi-7',
  look: {
    hostName: 'raspberrypi',
    model: 'Raspberry Pi 4',
    os: 'Debian 12',
    architecture: 'aarch64',
    python: '3.11.2',
    paho: null,
    openssl: 'OpenSSL 3.0.17 1 Jul 2025',
    hasSystemd: true,
    freeMiB: 2000,
    clockAheadS: 0,
    executor: { deviceId: 'pi-7', unit: null, isRunning: true },
    agentVersion: null,
    agentDeviceId: null,
    rights: 'sudo',
    reachesBroker: true,
  },
  steps: [
    {
      name: 'files',
      why: { en: 'Agent and configuration.', zh: '代理和配置。' },
      isRoot: true,
      commands: ['mv -f agent.new agent'],
      files: [{ path: '/etc/waypost/agent.json', mode: '0600', text: '"password": "••••••"' }],
      state: 'waiting',
      ms: null,
    },
  ],
}

function viewOf(...devices: readonly JoinView[]): JoiningView {
  return { devices, scan: NO_SCAN }
}

it('goes from the address over the fingerprint and the steps to the proof, and back', async () => {
  const bridge = await renderView(<AddDevices onClose={() => undefined} />, {
    answers: {
      'joining.suggest': () => SUGGESTION,
      'joining.view': () => viewOf(),
      'joining.connect': () => viewOf({ ...LINE, state: 'connecting', hostKey: null }),
      'joining.confirmHostKeys': () => viewOf({ ...LINE, state: 'looking' }),
      'joining.install': () => viewOf({ ...READY, state: 'installing' }),
      'joining.undo': () => viewOf({ ...READY, state: 'undoing' }),
    },
  })
  const last = () => bridge.asked.at(-1)
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  const tell = (line: JoinView) => act(() => bridge.emit('joining.changed', viewOf(line)))

  await screen.findByRole('button', { name: 'Look at the devices' })
  press('Look at the devices')
  expect(await screen.findAllByText('Is missing.')).not.toHaveLength(0)
  fireEvent.change(screen.getByRole('textbox', { name: 'Addresses' }), { target: { value: 'pi.local' } })
  fireEvent.change(screen.getByRole('textbox', { name: 'User' }), { target: { value: 'pi' } })
  fireEvent.change(screen.getByLabelText(/^Password( \*)?$/, { selector: 'input[type=password]' }), {
    target: { value: 'secret' },
  })
  press('Look at the devices')
  expect(await screen.findByText('Connecting')).toBeTruthy()
  expect(last()).toMatchObject({
    name: 'joining.connect',
    input: {
      targets: [{ host: 'pi.local', port: 22 }],
      user: 'pi',
      password: 'secret',
      broker: { host: 'broker.lan', port: 1883, access: { kind: 'none' } },
    },
  })

  tell(LINE)
  expect(await screen.findByText('SHA256:abc (ssh-ed25519)')).toBeTruthy()
  press('The fingerprint is right')
  await waitFor(() => expect(last()).toEqual({ name: 'joining.confirmHostKeys', input: { ids: [ID] } }))

  tell(READY)
  expect(await screen.findByText('Ready to install as pi-7')).toBeTruthy()
  expect(screen.getByText('3.11.2 · paho-mqtt missing')).toBeTruthy()
  expect(screen.getByText('mv -f agent.new agent')).toBeTruthy()
  expect(screen.getByText('runs as pi-7')).toBeTruthy()
  press('Install and prove')
  await waitFor(() => expect(last()).toEqual({ name: 'joining.install', input: { ids: [ID] } }))

  tell({ ...READY, state: 'proven', canUndo: 'agent', tookMs: 21_000 })
  expect(await screen.findByText(/^pi-7 is proven after/)).toBeTruthy()
  press('Remove the agent')
  await waitFor(() => expect(last()).toEqual({ name: 'joining.undo', input: { ids: [ID] } }))
})

it('says what failed, why and what to do, and offers to look again', async () => {
  const failure = {
    stage: 'broker',
    cause: 'broker-filtered',
    message: { en: 'Packets get lost.', zh: '数据包丢失。' },
    fix: { en: 'Open this port.', zh: '请开放此端口。' },
    detail: 'timed out',
  } as const
  const bridge = await renderView(<AddDevices onClose={() => undefined} />, {
    answers: {
      'joining.suggest': () => SUGGESTION,
      'joining.view': () => viewOf({ ...LINE, state: 'failed', failure }),
      'joining.lookAgain': () => viewOf({ ...LINE, state: 'looking' }),
    },
  })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toBe('Packets get lost.Open this port.timed out')
  fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
  await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'joining.lookAgain', input: { ids: [ID] } }))
})

it('offers no way to the demo, whose broker no device of the network reaches', async () => {
  const demo = makeProfile({ id: 'demo', name: 'Demo', isDemo: true })
  await renderView(<AddDevices onClose={() => undefined} />, {
    state: { profiles: [demo] },
    answers: {
      'joining.suggest': () => ({ ...SUGGESTION, connectionId: 'demo' }),
      'joining.view': () => viewOf(),
    },
  })
  expect(await screen.findByRole('heading', { name: 'The demo takes no devices' })).toBeTruthy()
  expect(screen.queryByRole('textbox', { name: 'Addresses' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Connect to a broker' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Set up a broker' })).toBeTruthy()
})
