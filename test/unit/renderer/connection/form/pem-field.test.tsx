// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { PemField } from '../../../../../renderer/features/connection/form/trust/pem-field.tsx'
import { renderView } from '../../support/render-view.tsx'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'
const CARD = {
  subject: 'Workshop CA',
  issuer: 'Workshop CA',
  isSelfSigned: true,
  validTo: Date.UTC(2036, 5, 1),
  fingerprint256: 'AB:CD:EF',
}

function Field() {
  const [value, setValue] = useState<string | null>(PEM)
  return (
    <PemField
      label="CA certificate"
      description=""
      chooseLabel="Choose"
      name="ca"
      value={value}
      onChange={setValue}
      error={undefined}
      placeholder=""
    />
  )
}

describe('a certificate in the form', () => {
  it('is shown by its name, end and fingerprint, its text on demand', async () => {
    await renderView(<Field />, { answers: { 'profiles.certificates': () => ({ cards: [CARD], total: 2 }) } })
    const card = await screen.findByRole('region', { name: 'Certificate: CA certificate' })
    expect(card.textContent).toMatch(/Workshop CA.*Valid until .*2036.*AB:CD:EF.*and 1 more certificate/)
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Show the text' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(PEM)
  })

  it('gives room for another one when it is removed', async () => {
    await renderView(<Field />, { answers: { 'profiles.certificates': () => ({ cards: [CARD], total: 1 }) } })
    fireEvent.click(await screen.findByRole('button', { name: 'Remove' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('')
  })

  it('stays a text where it is no certificate', async () => {
    await renderView(<Field />, { answers: { 'profiles.certificates': () => ({ cards: [], total: 0 }) } })
    expect(screen.getByRole('textbox')).toBeTruthy()
  })
})
