// @vitest-environment happy-dom
import { Modal } from '@mantine/core'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import type { GuidePage } from '../../../../preload/contract/models/app/guide.ts'
import { GuideDrawer } from '../../../../renderer/features/guide/guide-drawer.tsx'
import { showError } from '../../../../renderer/lib/errors/show-error.tsx'
import { closeGuide, openGuide } from '../../../../renderer/lib/guide-store.ts'
import { bootstrap } from '../bootstrap.ts'
import type { Answers } from '../support/fake-bridge.ts'
import { renderView } from '../support/render-view.tsx'

const PAGES: readonly GuidePage[] = [
  {
    id: 'start',
    title: 'Start here',
    sections: [
      {
        anchor: null,
        title: 'Start here',
        blocks: [
          {
            kind: 'paragraph',
            text: [
              { kind: 'plain', text: 'First ' },
              { kind: 'link', text: 'find the login', to: { page: 'troubleshooting', anchor: 'login' } },
            ],
          },
          { kind: 'code', code: '<b>not bold</b>' },
        ],
      },
    ],
  },
  {
    id: 'troubleshooting',
    title: 'Troubleshooting',
    sections: [
      { anchor: null, title: 'Troubleshooting', blocks: [] },
      { anchor: 'login', title: 'Login refused', blocks: [] },
    ],
  },
]

const answers: Answers = {
  'guide.read': () => PAGES,
  'guide.search': ({ text }) =>
    text === 'login'
      ? [
          {
            page: 'troubleshooting',
            anchor: 'login',
            pageTitle: 'Troubleshooting',
            title: 'Login refused',
            excerpt: 'x',
          },
        ]
      : [],
}

const article = async () => within(await screen.findByRole('dialog', { name: 'Guide' })).findByRole('article')
const titleShown = async () => (await article()).querySelector('h3')?.textContent

function AskingDialog() {
  const [isOpen, setIsOpen] = useState(true)
  return (
    <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Half written">
      <input />
    </Modal>
  )
}

describe('the guide', () => {
  beforeEach(() => closeGuide())

  it('opens at the section of an error', async () => {
    await renderView(<GuideDrawer />, { answers })
    showError(new AppError('SECRET_MISSING'))
    fireEvent.click(await screen.findByRole('button', { name: 'More in the guide' }))
    expect(await titleShown()).toBe('Troubleshooting')
    expect(within(await article()).getByRole('heading', { name: 'Login refused' })).toBeTruthy()
  })

  it('follows a link to its heading, and comes back', async () => {
    await renderView(<GuideDrawer />, { answers })
    openGuide('start')
    fireEvent.click(within(await article()).getByRole('button', { name: 'find the login' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Login refused'))
    fireEvent.click(screen.getByRole('button', { name: 'Back' }))
    await waitFor(async () => expect(await titleShown()).toBe('Start here'))
  })

  it('finds sections by typed words, and says when there is none', async () => {
    await renderView(<GuideDrawer />, { answers })
    openGuide('start')
    await article()
    const search = screen.getByRole('textbox', { name: 'Search the guide' })
    fireEvent.change(search, { target: { value: 'zzz' } })
    expect(await screen.findByText(/nothing with these words/)).toBeTruthy()
    fireEvent.change(search, { target: { value: 'login' } })
    fireEvent.click(await screen.findByRole('button', { name: /^Login refused/ }))
    expect(await titleShown()).toBe('Troubleshooting')
  })

  it('keeps what is searched when the language changes', async () => {
    const bridge = await renderView(<GuideDrawer />, { answers })
    openGuide('start')
    await article()
    fireEvent.change(screen.getByRole('textbox', { name: 'Search the guide' }), { target: { value: 'login' } })
    await screen.findByRole('button', { name: /^Login refused/ })
    const asked = () => bridge.asked.filter(({ name }) => name === 'guide.read').length
    const before = asked()
    act(() => bridge.emit('settings.changed', { ...bootstrap().settings, language: 'zh-CN' }))
    await waitFor(() => expect(asked()).toBe(before + 1))
    expect(screen.getByDisplayValue('login')).toBeTruthy()
    expect(await screen.findByRole('button', { name: /^Login refused/ })).toBeTruthy()
  })

  it('closes with Escape alone, not the dialog below it', async () => {
    await renderView(
      <>
        <AskingDialog />
        <GuideDrawer />
      </>,
      { answers },
    )
    openGuide('start')
    await article()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Guide' })).toBeNull())
    expect(screen.getByRole('dialog', { name: 'Half written' })).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Half written' })).toBeNull())
  })

  it('shows code as it is', async () => {
    await renderView(<GuideDrawer />, { answers })
    openGuide('start')
    expect((await article()).textContent).toContain('<b>not bold</b>')
  })
})
