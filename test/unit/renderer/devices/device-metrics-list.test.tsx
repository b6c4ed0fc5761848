// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { DeviceMetricsList } from '../../../../renderer/features/devices/panel/device-metrics-list.tsx'
import { renderView } from '../support/render-view.tsx'
import { makeDetail } from './make-device.ts'

it('shows the unit of a reading that was sent as a text, and says that it was', async () => {
  await renderView(
    <DeviceMetricsList
      metrics={makeDetail().metrics}
      readings={[
        { name: 'outside', value: 21.5, sentAs: 'text', unit: '°C' },
        { name: 'wifi_signal_dbm', value: -67, sentAs: 'text', unit: 'dBm' },
        { name: 'hall', value: 20, sentAs: 'text' },
        { name: 'loft', value: 19 },
      ]}
    />,
  )
  const shown = (name: string) => screen.getByText(name).nextElementSibling?.textContent
  expect(shown('outside')).toMatch(/^21\.5 °C\s*sent as text$/)
  expect(shown('Wi-Fi signal')).toMatch(/^-67 dBm\s*sent as text$/)
  expect(shown('hall')).toMatch(/^20\s*sent as text$/)
  expect(shown('loft')).toBe('19')
})
