import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Integration files that take longest, with what keeps them: many programs started, devices joined, brokers killed. */
const SLOW = [
  'diagnose-tool',
  'joining/failures',
  'run-command',
  'joining/joining',
  'attacks',
  'rollout-crash',
] as const

/** Begins with the files that take longest, because one that begins last runs alone. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = SLOW.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
      return found === -1 ? SLOW.length : found
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
