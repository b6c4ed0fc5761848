// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LimitsStep } from '../../../../renderer/features/setup/steps/limits-step.tsx'
import { NamesStep } from '../../../../renderer/features/setup/steps/names-step.tsx'
import { PlatformStep } from '../../../../renderer/features/setup/steps/platform-step.tsx'
import { SecurityStep } from '../../../../renderer/features/setup/steps/security-step.tsx'
import { useWizard } from '../../../../renderer/features/setup/use-wizard.ts'
import { newWizard, withMode, withPlatform } from '../../../../renderer/features/setup/wizard-state.ts'
import { renderView } from '../support/render-view.tsx'

function Steps() {
  const start = withMode(newWizard('plant', 'Plant'), 'mtls')
  const wizard = useWizard(start, { step: 'platform', review: null }, () => undefined)
  return (
    <>
      <PlatformStep wizard={wizard} />
      <SecurityStep wizard={wizard} />
      <NamesStep wizard={wizard} localHosts={['10.0.0.1']} />
      <LimitsStep wizard={wizard} />
    </>
  )
}

it('asks for the nodes of a cluster, offers logins with passwords alone, and the limits that its broker takes', async () => {
  await renderView(<Steps />)
  fireEvent.click(screen.getByRole('radio', { name: 'Cluster' }))
  expect(screen.queryByRole('radio', { name: 'Mosquitto 2.0' })).toBeNull()
  expect(screen.queryByRole('radio', { name: 'Anonymous' })).toBeNull()
  expect(screen.getByRole('radio', { name: 'TLS and password' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByText('Clients use this port on every node. Between the nodes: 6222.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '10.0.0.1' })).toBeNull()
  expect(screen.queryByRole('textbox', { name: 'Messages queued for one client' })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: /^RabbitMQ cluster/ }))
  expect(screen.getByRole('textbox', { name: 'Messages queued for one client' })).toBeTruthy()
  expect(screen.getByRole('combobox', { name: 'Nodes' })).toBeTruthy()
})

it('leaves a mode with passwords as it is, and forgets the kind where another platform is chosen', () => {
  const plain = withMode(newWizard('plant', 'Plant'), 'password')
  const cluster = withPlatform(plain, 'cluster')
  expect(cluster.plan).toMatchObject({ mode: 'password', cluster: 'nats', isLoopbackOnly: false })
  expect(withPlatform(cluster, 'debian').plan).toMatchObject({ platform: 'debian', cluster: undefined })
  expect(withPlatform(withMode(plain, 'anonymous'), 'cluster')).toMatchObject({ port: 8883, plan: { mode: 'tls' } })
})
