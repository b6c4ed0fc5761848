import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProofReport } from '../../../../preload/contract/models/broker/setup.ts'
import { request } from '../../../lib/api.ts'
import { showError } from '../../../lib/errors/show-error.tsx'
import { useEvent } from '../../../lib/use-event.ts'

/** The report of the newest run; starts one when the step is shown, and breaks it off when it is left. */
export function useProof(id: string) {
  const [report, setReport] = useState<ProofReport | null>(null)
  const current = useRef<string | null>(null)
  useEvent('setup.proved', (change) => {
    if (change.proofId === current.current) setReport(change)
  })
  const run = useCallback(() => {
    const proofId = crypto.randomUUID()
    current.current = proofId
    setReport(null)
    request('setup.prove', { id, proofId })
      .then((outcome) => {
        if (current.current === proofId) setReport(outcome)
      })
      .catch((error: unknown) => {
        if (current.current === proofId) showError(error)
      })
  }, [id])
  useEffect(() => {
    run()
    return () => {
      const proofId = current.current
      current.current = null
      if (proofId !== null) request('setup.cancelProof', { proofId }).catch(() => undefined)
    }
  }, [run])
  return { report, run }
}
