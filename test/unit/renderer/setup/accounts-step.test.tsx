// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AccountsStep } from '../../../../renderer/features/setup/steps/accounts-step.tsx'
import { useWizard } from '../../../../renderer/features/setup/use-wizard.ts'
import { newWizard } from '../../../../renderer/features/setup/wizard-state.ts'
import { renderView } from '../support/render-view.tsx'

function Step() {
  return (
    <AccountsStep wizard={useWizard(newWizard('plant', ''), { step: 'accounts', review: null }, () => undefined)} />
  )
}

it('takes a pasted list of device ids, one a line or with commas, semicolons and blanks', async () => {
  await renderView(<Step />)
  const field = screen.getByRole('combobox', { name: 'Devices' })
  fireEvent.paste(field, {
    clipboardData: { getData: () => 'rpi_001\r\nrpi_002\nrpi_003\n\nrpi_004, rpi_005;rpi_006 rpi_001' },
  })
  expect([...document.querySelectorAll('.mantine-Pill-label')].map((pill) => pill.textContent)).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `rpi_00${number}`),
  )
})
