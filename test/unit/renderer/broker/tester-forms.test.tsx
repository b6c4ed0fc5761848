// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AppError } from '../../../../preload/contract/errors.ts'
import { PublishForm } from '../../../../renderer/features/broker/tester/publish-form.tsx'
import { SubscribeForm } from '../../../../renderer/features/broker/tester/subscribe-form.tsx'
import { renderView } from '../support/render-view.tsx'

function refuseTopic(): never {
  throw new AppError('TOPIC_INVALID', { field: 'topic' })
}

const FORMS = [
  ['Subscribe', <SubscribeForm key="s" filters={[]} onTester={() => undefined} />, 'broker.subscribe'],
  ['Publish', <PublishForm key="p" />, 'broker.publish'],
] as const

it.each(FORMS)('%s says at the form why a topic is refused, with the way to the guide', async (name, form, route) => {
  await renderView(form, { answers: { [route]: refuseTopic } })
  fireEvent.submit(screen.getByRole('form', { name }))
  const told = within(screen.getByRole('form', { name }))
  expect(await told.findByRole('button', { name: 'More in the guide' })).toBeDefined()
  expect(told.getByText(/no topic that MQTT allows/)).toBeDefined()
})
