import { readFile } from 'node:fs/promises'

/** Tests of one suite by outcome. */
export interface SuiteTotals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Adds up suites. */
export function sumTotals(suites: readonly SuiteTotals[]): SuiteTotals {
  return {
    passed: suites.reduce((sum, suite) => sum + suite.passed, 0),
    failed: suites.reduce((sum, suite) => sum + suite.failed, 0),
    skipped: suites.reduce((sum, suite) => sum + suite.skipped, 0),
  }
}

/** Reads the counts in a JSON report of Vitest or Playwright; undefined if the text is neither. */
export function totalsInReport(report: string): SuiteTotals | undefined {
  let data: Record<string, unknown>
  try {
    data = JSON.parse(report) as Record<string, unknown>
  } catch {
    return undefined
  }
  if (typeof data.numPassedTests === 'number') {
    const count = (name: string): number => Number(data[name] ?? 0)
    const skipped = count('numPendingTests') + count('numTodoTests')
    return { passed: data.numPassedTests, failed: count('numFailedTests'), skipped }
  }
  const stats = data.stats as Record<string, number> | undefined
  if (typeof stats?.expected !== 'number') return undefined
  const { expected, unexpected = 0, flaky = 0, skipped = 0 } = stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/**
 * Returns the totals of a finished suite. Counts one failed test without a report, or after a failure outside the tests
 * (a file that does not load), because a sum must never be "0 failed" after a failure.
 */
export async function totalsOfSuite(reportFile: string, exitCode: number): Promise<SuiteTotals> {
  const report = await readFile(reportFile, 'utf8').catch(() => '')
  const totals = totalsInReport(report) ?? { passed: 0, failed: 1, skipped: 0 }
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}
