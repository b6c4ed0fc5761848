// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SigningFact } from '../../../../renderer/features/devices/panel/signing-fact.tsx'
import { renderView } from '../support/render-view.tsx'
import { makeDetail } from './make-device.ts'

it('says how far a device goes, and limits it by a command for review', async () => {
  const detail = makeDetail({ signing: 'proven', maxClass: 'destructive' })
  const bridge = await renderView(<SigningFact detail={detail} />, {
    answers: { 'console.type': () => ({ turnId: 'turn-1' }) },
  })
  expect(screen.getByText('Runs commands of every class that you sign.')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Limit what it runs…' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Only reads' }))
  const command = 'python3 -E /usr/local/lib/waypost/waypost_agent.py policy --max-class read'
  const typed = { deviceIds: ['pump-1'], command, timeoutS: 20, origin: { kind: 'typed' } }
  await waitFor(() => expect(bridge.asked).toContainEqual({ name: 'console.type', input: typed }))
})

it('offers no command that the device would refuse, and says what lifts the limit', async () => {
  await renderView(<SigningFact detail={makeDetail({ signing: 'proven', maxClass: 'change' })} />)
  expect(screen.getByText(/policy --max-class destructive$/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Limit what it runs…' })).toBeNull()
})

it('says nothing of classes where the device has no such limit', async () => {
  await renderView(<SigningFact detail={makeDetail()} />)
  expect(screen.queryByText(/every class/)).toBeNull()
})
