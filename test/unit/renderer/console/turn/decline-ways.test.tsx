// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ConsoleView } from '../../../../../renderer/features/console/console-view.tsx'
import { bootstrap } from '../../bootstrap.ts'
import { connection } from '../../support/connection.ts'
import { renderView } from '../../support/render-view.tsx'
import { makeTurn } from '../make-turn.ts'

const COUNTS = { ...bootstrap().counts, online: 1, total: 1 }
const source = { kind: 'phrasebook', name: '' } as const
const DECLINED = makeTurn({
  text: 'make it shine',
  answer: {
    kind: 'decline',
    text: { en: 'The offline phrasebook does not know this request.', zh: '不认识。' },
    source,
    nearest: [
      { en: 'show memory usage', zh: '查看内存' },
      { en: 'show uptime', zh: '运行了多久' },
      { en: 'is the disk full', zh: '硬盘快满了吗' },
    ],
  },
})

function render(turn = DECLINED) {
  return renderView(<ConsoleView />, {
    state: { connection: connection(), counts: COUNTS },
    answers: {
      'console.turns': () => [turn],
      'console.ask': () => ({ turnId: 'turn-2' }),
      'phrasebook.search': () => [],
    },
  })
}

describe('a request that was not understood', () => {
  it('leads on by the phrases near it, each asked of the same devices', async () => {
    const bridge = await render()
    fireEvent.click(await screen.findByRole('button', { name: 'show uptime' }))
    await waitFor(() =>
      expect(bridge.asked.filter(({ name }) => name === 'console.ask').map(({ input }) => input)).toEqual([
        { deviceIds: ['pump-1'], text: 'show uptime', origin: { kind: 'turn', turnId: 'turn-1' } },
      ]),
    )
  })

  it('can be typed as a command, which keeps its text', async () => {
    await render()
    fireEvent.click(await screen.findByRole('button', { name: 'Type it as a command' }))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
    expect(field.value).toBe('make it shine')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Command' }).checked).toBe(true)
  })

  it('opens the list of all phrases', async () => {
    await render()
    fireEvent.click(await screen.findByRole('button', { name: 'All phrases' }))
    expect(screen.getByRole('button', { name: 'Quick actions' }).getAttribute('aria-expanded')).toBe('true')
  })

  it('offers a model where there is none', async () => {
    await render()
    expect(await screen.findByRole('button', { name: 'Set up a model' })).toBeTruthy()
  })
})

it('asks one question where a request leaves open what is meant', async () => {
  const option = (en: string, command: string) => ({ title: { en, zh: en }, command })
  await render(
    makeTurn({
      text: 'reboot',
      answer: {
        kind: 'choose',
        question: { en: 'Restart the whole device, or a service on it?', zh: '设备还是服务？' },
        options: [option('Reboot the device', 'sudo -n reboot'), option('A service', 'systemctl list-units')],
        source,
      },
    }),
  )
  expect(await screen.findByText('Restart the whole device, or a service on it?')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Reboot the device/ })).toBeTruthy()
})

describe('a request that was understood and is not done', () => {
  it('is told to be declined, and leads on by the request that shows the same once', async () => {
    const text = { en: '“crontab -e” needs a terminal.', zh: '“crontab -e”需要终端。' }
    const nearest = [{ en: 'show the cron jobs', zh: '查看定时任务' }]
    const bridge = await render(makeTurn({ text: 'crontab -e', answer: { kind: 'refuse', text, source, nearest } }))
    expect(await screen.findByText('Declined')).toBeDefined()
    expect(screen.queryByText('Not understood')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'show the cron jobs' }))
    await waitFor(() => expect(bridge.asked.filter(({ name }) => name === 'console.ask')).toHaveLength(1))
  })
})
