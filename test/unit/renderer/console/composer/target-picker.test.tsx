// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../preload/contract/errors.ts'
import { TARGETS_MAX } from '../../../../../preload/contract/models/devices/device.ts'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { bootstrap } from '../../bootstrap.ts'
import { makeDevice } from '../../devices/make-device.ts'
import { connection } from '../../support/connection.ts'
import type { Answers } from '../../support/fake-bridge.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeProposal, makeRecord, makeRun, makeTurn } from '../make-turn.ts'

const IDS = Array.from({ length: 12 }, (_, index) => `pump-${index + 1}`)
const many = (total: number): string[] => Array.from({ length: total }, (_, index) => `gw-${index + 1}`)

function fleet(answers: Answers = {}) {
  const state = {
    connection: connection(),
    settings: { ...bootstrap().settings, savedFilters: [{ name: 'On the roof', filter: 'tag:roof' }] },
  }
  return renderView(<ConsoleView />, {
    state,
    answers: {
      'console.turns': () => [],
      'devices.get': () => {
        throw new AppError('NOT_FOUND', {})
      },
      'devices.queryWindow': ({ filter = '' }) => {
        if (filter === 'temp>x') throw new AppError('FILTER_INVALID', { reason: 'number', word: 'temp>x' })
        const found = IDS.filter((id) => id.includes(filter))
        return { rows: found.map((deviceId) => makeDevice({ deviceId })), total: found.length, revision: 1 }
      },
      'devices.matching': ({ filter }) =>
        filter === 'tag:roof' ? { deviceIds: ['pump-3', 'pump-4'], total: 2 } : { deviceIds: IDS, total: IDS.length },
      'devices.checkChosen': ({ deviceIds }) => ({ gone: deviceIds.filter((id) => !IDS.includes(id)), hidden: 0 }),
      ...answers,
    },
  })
}

const picker = () => screen.getByRole('combobox', { name: 'Device' })
const chips = () => [...document.querySelectorAll('.mantine-Pill-label')].map((pill) => pill.textContent)
const option = (name: string | RegExp) => screen.findByRole('option', { name })
const paste = (text: string) => fireEvent.paste(picker(), { clipboardData: { getData: () => text } })

describe('the device picker', () => {
  it('adds a device by a pick, marks it, and takes it out by a second', async () => {
    await fleet()
    fireEvent.focus(picker())
    fireEvent.click(await option(/^pump-1(?!\d)/))
    fireEvent.click(await option(/^pump-2/))
    expect(chips()).toEqual(['pump-1', 'pump-2'])
    expect((await option(/^pump-2/)).getAttribute('aria-selected')).toBe('true')
    expect((await option(/^pump-3/)).getAttribute('aria-selected')).toBe('false')
    fireEvent.click(await option(/^pump-2/))
    expect(chips()).toEqual(['pump-1'])
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }))
    expect(chips()).toEqual([])
  })

  it('adds all that match a typed filter, and the devices of a saved one, as ids', async () => {
    await fleet()
    fireEvent.focus(picker())
    fireEvent.click(await option('On the roof'))
    await waitFor(() => expect(chips()).toEqual(['pump-3', 'pump-4']))
    fireEvent.change(picker(), { target: { value: 'pump' } })
    fireEvent.click(await option('All 12 that match pump'))
    await screen.findByText('12 devices')
    expect(chips().slice(0, 3)).toEqual(['pump-3', 'pump-4', 'pump-1'])
  })

  it('adds the devices that the last run failed on, as they stand now', async () => {
    const records = [
      makeRecord({ state: 'succeeded', deviceId: 'pump-1' }),
      makeRecord({ commandId: 'c2', deviceId: 'pump-2', state: 'failed' }),
    ]
    const run = makeRun({ commands: records })
    await fleet({
      'console.turns': () => [makeTurn({ proposal: makeProposal(), decision: 'approved', run })],
      'console.devicesInState': ({ states }) =>
        states.includes('failed') ? [{ deviceId: 'pump-2', state: 'failed', reason: null }] : [],
    })
    await screen.findAllByText('df -h')
    // The composer begins with the devices of the last request.
    fireEvent.click(await screen.findByRole('button', { name: 'Clear' }))
    fireEvent.focus(picker())
    fireEvent.click(await option(/The device that failed/))
    await waitFor(() => expect(chips()).toEqual(['pump-2']))
  })

  it('names a mistake in the filter and offers no devices for it', async () => {
    await fleet()
    fireEvent.focus(picker())
    fireEvent.change(picker(), { target: { value: 'temp>x' } })
    expect((await screen.findByRole('alert')).textContent).toContain('temp>x')
    expect(screen.queryByRole('option', { name: /pump-1/ })).toBeNull()
  })

  it('takes nothing of more devices than a command can go to, and says so', async () => {
    await fleet({ 'devices.matching': () => ({ deviceIds: many(TARGETS_MAX), total: TARGETS_MAX + 1 }) })
    fireEvent.focus(picker())
    fireEvent.click(await option('All online devices'))
    expect(await screen.findByText(/Nothing was added, because .* 10,000 devices/)).toBeTruthy()
    expect(chips()).toEqual([])
  })

  it('takes the known ids of a pasted list, names the others, and leaves a pasted filter as text', async () => {
    await fleet()
    paste('pump-1\npump-2\r\nno-such; pump-3, x/y')
    await waitFor(() => expect(chips()).toEqual(['pump-1', 'pump-2', 'pump-3']))
    expect(screen.getByText('Not in the device list: no-such, x/y')).toBeTruthy()
    expect(paste('tag:roof status:online')).toBe(true)
  })

  it('opens the list of all chosen devices, each of which can be removed', async () => {
    await fleet()
    paste(IDS.join('\n'))
    fireEvent.click(await screen.findByRole('button', { name: '6 more' }))
    const dialog = await screen.findByRole('dialog', { name: '12 devices' })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove pump-9' }))
    expect(await screen.findByRole('dialog', { name: '11 devices' })).toBeTruthy()
  })

  it('is opened by Enter in the message where no device is chosen', async () => {
    await fleet()
    const message = screen.getByRole('textbox', { name: 'Message' })
    message.focus()
    fireEvent.keyDown(message, { key: 'Enter' })
    expect(document.activeElement).toBe(picker())
  })
})

it('a request and its proposal open the list of all their devices, of which only those in view are in the page', async () => {
  const deviceIds = many(5000)
  const turn = makeTurn({ deviceIds, proposal: makeProposal({ deviceIds }) })
  const bridge = await fleet({ 'console.turns': () => [turn], 'console.approve': () => new Promise(() => undefined) })
  for (const name of ['4,998 more', '4,995 more']) {
    fireEvent.click(await screen.findByRole('button', { name }))
    const dialog = await screen.findByRole('dialog', { name: '5,000 devices' })
    expect(within(dialog).getByText('gw-7')).toBeTruthy()
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Find by id or name' }), {
      target: { value: 'gw-499' },
    })
    expect(await within(dialog).findByText('gw-4990')).toBeTruthy()
    expect(within(dialog).queryByText('gw-7')).toBeNull()
    expect(within(dialog).getAllByRole('listitem').length).toBeLessThan(60)
    fireEvent.keyDown(dialog, { key: 'Enter', ctrlKey: true })
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  expect(bridge.asked.map(({ name }) => name)).not.toContain('console.approve')
})
