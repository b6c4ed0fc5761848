// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { DeviceCommand } from '../../../../preload/contract/models/commands/command.ts'
import type { RawMessage } from '../../../../preload/contract/models/devices/device.ts'
import { DevicePanel } from '../../../../renderer/features/devices/panel/device-panel.tsx'
import { ForgetDevice } from '../../../../renderer/features/devices/records/forget-device.tsx'
import { DeviceNamesProvider } from '../../../../renderer/lib/device-names.tsx'
import { useNavigation } from '../../../../renderer/lib/navigation.tsx'
import { bootstrap } from '../bootstrap.ts'
import { connection } from '../support/connection.ts'
import { renderView } from '../support/render-view.tsx'
import { makeDetail } from './make-device.ts'

const message = (kind: string, text: string): RawMessage => ({
  receivedAt: 1000,
  kind,
  isRetained: false,
  bytes: text.length,
  text,
  isCut: false,
})

const COMMAND: DeviceCommand = { commandId: 'c-1', turnId: 'turn-1', command: 'df -h', state: 'succeeded', at: 1000 }

async function showPanel(name = '') {
  return renderView(
    <DevicePanel device={{ connectionId: 'site-a', deviceId: 'pump-1' }} onClose={() => expect.fail('closed')} />,
    {
      state: { connection: connection() },
      answers: {
        'devices.get': () => makeDetail({ name }),
        'devices.raw': () => [message('heartbeat', '{"uptime":1}'), message('data', '{"humidity":60}')],
        'app.copy': () => null,
        'devices.commands': () => [COMMAND],
      },
    },
  )
}

/** Tells where the window was led. */
function Target() {
  const { view, historyTarget } = useNavigation()
  return (
    <output>
      {view} {historyTarget?.filter}
    </output>
  )
}

describe('the panel of a device', () => {
  it('has the given name as its title, with the id below it', async () => {
    await showPanel('Kitchen')
    expect(await screen.findByRole('heading', { name: 'Kitchen pump-1' })).toBeTruthy()
  })

  it('has the id as its title where nobody gave a name', async () => {
    await showPanel()
    expect(await screen.findByRole('heading', { name: 'pump-1' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Forget…' })).toBeTruthy()
  })

  it('opens a command as it was', async () => {
    const bridge = await showPanel()
    fireEvent.click(await screen.findByRole('tab', { name: 'Commands' }))
    fireEvent.click(await screen.findByRole('button', { name: 'df -h' }))
    expect(await screen.findByRole('dialog', { name: 'As it was' })).toBeTruthy()
    await waitFor(() => expect(bridge.asked).toContainEqual({ name: 'history.turn', input: { turnId: 'turn-1' } }))
  })

  it('says of a device that nobody has heard of why there is nothing, and shows it once it is heard', async () => {
    let isThere = false
    const view = (
      <DevicePanel device={{ connectionId: 'site-a', deviceId: 'pump-9' }} onClose={() => expect.fail('closed')} />
    )
    const bridge = await renderView(view, {
      state: { connection: connection() },
      answers: {
        'devices.get': () => {
          if (!isThere) throw new AppError('NOT_FOUND')
          return makeDetail({ deviceId: 'pump-9' })
        },
      },
    })
    expect(await screen.findByRole('heading', { name: 'No device has this id here' })).toBeTruthy()
    expect(screen.getByText(/Nothing was heard of pump-9 on/)).toBeTruthy()
    isThere = true
    act(() => bridge.emit('devices.changed', { connectionId: 'site-a', counts: bootstrap().counts } as never))
    expect(await screen.findByRole('tab', { name: 'Commands' })).toBeTruthy()
    expect(screen.queryByText('No device has this id here')).toBeNull()
  })

  it('leads from its commands to those of yesterday in the history', async () => {
    const view = (
      <>
        <DevicePanel device={{ connectionId: 'site-a', deviceId: 'pump-1' }} onClose={() => expect.fail('closed')} />
        <Target />
      </>
    )
    const answers = { 'devices.get': () => makeDetail({}), 'devices.commands': () => [COMMAND] }
    await renderView(view, { state: { connection: connection() }, answers })
    fireEvent.click(await screen.findByRole('tab', { name: 'Commands' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Yesterday' }))
    expect(screen.getByRole('status').textContent).toBe('history device=pump-1 on:yesterday')
  })

  it('names the device in the question before it is forgotten', async () => {
    const view = (
      <DeviceNamesProvider>
        <ForgetDevice device={{ connectionId: 'site-a', deviceId: 'pump-1' }} isOpened onClose={() => undefined} />
      </DeviceNamesProvider>
    )
    await renderView(view, {
      state: { connection: connection() },
      answers: { 'devices.names': () => [{ deviceId: 'pump-1', name: 'Kitchen' }] },
    })
    expect(await screen.findByRole('dialog', { name: 'Forget Kitchen (pump-1)?' })).toBeTruthy()
  })

  it('shows the messages of one kind alone, and copies one', async () => {
    const bridge = await showPanel()
    fireEvent.click(await screen.findByRole('tab', { name: 'Messages' }))
    const section = await screen.findByRole('region', { name: 'Messages' })
    expect(await within(section).findByText('{"uptime":1}')).toBeTruthy()
    fireEvent.click(within(section).getByRole('combobox', { name: 'Kind of message' }))
    fireEvent.click(await screen.findByRole('option', { name: 'data' }))
    await waitFor(() => expect(within(section).queryByText('{"uptime":1}')).toBeNull())
    expect(within(section).getByText('{"humidity":60}')).toBeTruthy()
    fireEvent.click(within(section).getByRole('button', { name: 'Copy the message' }))
    await waitFor(() => expect(bridge.asked.at(-1)).toEqual({ name: 'app.copy', input: { text: '{"humidity":60}' } }))
  })
})
