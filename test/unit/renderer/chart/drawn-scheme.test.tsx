// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useDrawnScheme } from '../../../../renderer/components/chart/use-chart.ts'

const SCHEME = 'data-mantine-color-scheme'

// A chart that read its colours one effect earlier kept the grid of the dark page on a light one.
it('follows the scheme that stands on the page, when it stands there', async () => {
  document.documentElement.setAttribute(SCHEME, 'dark')
  const seen: (string | null)[] = []
  const { result } = renderHook(() => {
    const scheme = useDrawnScheme()
    seen.push(document.documentElement.getAttribute(SCHEME))
    return scheme
  })
  expect(result.current).toBe('dark')
  act(() => document.documentElement.setAttribute(SCHEME, 'light'))
  await waitFor(() => expect(result.current).toBe('light'))
  expect(seen.at(-1)).toBe('light')
})
