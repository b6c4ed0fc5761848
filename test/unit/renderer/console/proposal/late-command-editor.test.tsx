// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DeviceSystem } from '../../../../../preload/contract/models/safety/safety.ts'
import { LateCommandEditor } from '../../../../../renderer/components/editor/late-command-editor.tsx'
import { renderView } from '../../support/render-view.tsx'

function editor(command: string, system: DeviceSystem = 'linux') {
  return (
    <LateCommandEditor
      value={command}
      label="Command"
      system={system}
      isReadOnly
      onChange={() => undefined}
      onWish={() => undefined}
      onSubmit={() => undefined}
      onCancel={() => undefined}
    />
  )
}

it('keeps the room of the command free until the editor is here, and shows no character before that', async () => {
  await renderView(<div data-testid="card">{editor('df -h\nuptime')}</div>)
  expect(screen.getByTestId('card').textContent).toBe(`${'\u00a0'.repeat(5)}\n${'\u00a0'.repeat(6)}`)
  expect((await screen.findByRole('textbox', { name: 'Command' })).textContent).toBe('df -huptime')
})

it('shows the command at once when the editor was loaded before', async () => {
  await renderView(editor('uname -a'))
  expect(screen.getByRole('textbox', { name: 'Command' }).textContent).toBe('uname -a')
})

it.each<[DeviceSystem, string, Record<string, string[]>]>([
  [
    'linux',
    `for n in 1 2; do echo "$HOME"; done # note`,
    { info: ['for', 'in', 'do', '$HOME', 'done'], warn: ['1', '2'], ok: ['"', '"'], quiet: ['# note'] },
  ],
  [
    'windows-powershell',
    `if ($disk -gt 5) { Write-Output 'full' } # note`,
    { info: ['if'], warn: ['5'], ok: ["'full'"], quiet: ['# note'] },
  ],
  ['windows-cmd', 'if exist C:\\log del C:\\log', {}],
])('colours keywords, numbers, texts and remarks of %s', async (system, command, expected) => {
  await renderView(editor(command, system))
  const parts = (colour: string) =>
    [...document.querySelectorAll(`.cm-part-${colour}`)].map(({ textContent }) => textContent)
  const seen = ['info', 'warn', 'ok', 'bad', 'quiet'].map((colour): [string, (string | null)[]] => [
    colour,
    parts(colour),
  ])
  expect(Object.fromEntries(seen.filter(([, found]) => found.length > 0))).toEqual(expected)
})
