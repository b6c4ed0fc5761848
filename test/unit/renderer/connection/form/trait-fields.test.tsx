// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import type { TraitChanges } from '../../../../../preload/contract/models/broker/broker-character.ts'
import { TraitFields } from '../../../../../renderer/features/connection/form/trait-fields.tsx'
import { renderView } from '../../support/render-view.tsx'

function Fields({ onSet }: { readonly onSet: (changes: TraitChanges) => void }) {
  const [changes, setChanges] = useState<TraitChanges>({})
  const change = (next: TraitChanges): void => {
    const all = { ...changes, ...next }
    onSet(all)
    setChanges(all)
  }
  return <TraitFields changes={changes} onChange={change} />
}

it('every trait of a broker can be set in plain words, and given back to what is known', async () => {
  let set: TraitChanges = {}
  await renderView(
    <Fields
      onSet={(changes) => {
        set = changes
      }}
    />,
  )
  fireEvent.click(screen.getByRole('button', { name: 'More about this broker' }))
  const choose = (label: string, option: string): void => {
    const field = screen.getByLabelText<HTMLSelectElement>(label)
    const found = [...field.options].find(({ text }) => text === option)
    fireEvent.change(field, { target: { value: found?.value } })
  }
  choose('Stored messages when the console connects', 'Comes with none: devices are asked one by one')
  choose('A dot in a device id', 'Ends the connection')
  choose('A message comes once, however many topics fit', 'Yes')
  choose('Ends the connection instead of refusing a topic', 'No')
  choose('QoS 1 waits for the nodes of a cluster', 'Yes')
  choose('A client id stays with a node that died', 'Yes')
  choose('Hands out commands that have expired', 'Yes')
  choose('Its own figures under $SYS', 'It publishes none')
  const limits = {
    inFlight: ['Commands before an acknowledgement', 10],
    packetBytes: ['Largest message, in bytes', 131_072],
    filtersPerSubscribe: ['Topics in one request', 8],
    filtersPerConnection: ['Topics of one connection', 50],
  } as const
  for (const [label, value] of Object.values(limits)) {
    fireEvent.change(screen.getByLabelText(label), { target: { value: String(value) } })
  }
  expect(set).toEqual({
    retained: 'none',
    dots: 'closes',
    deliversOnce: true,
    closesOnRefusal: false,
    isSlowAtQos1: true,
    tiesIdToNode: true,
    ignoresExpiry: true,
    sys: null,
    inFlight: 10,
    packetBytes: 131_072,
    filtersPerSubscribe: 8,
    filtersPerConnection: 50,
  })
  choose('A dot in a device id', 'As known')
  fireEvent.change(screen.getByLabelText('Topics in one request'), { target: { value: '' } })
  expect(set).toMatchObject({ dots: undefined, filtersPerSubscribe: undefined })
})
