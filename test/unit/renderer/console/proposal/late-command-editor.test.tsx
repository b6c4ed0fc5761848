// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LateCommandEditor } from '../../../../../renderer/components/editor/late-command-editor.tsx'
import { renderView } from '../../support/render-view.tsx'

function editor(command: string) {
  return (
    <LateCommandEditor
      value={command}
      label="Command"
      system="linux"
      isReadOnly
      onChange={() => undefined}
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
