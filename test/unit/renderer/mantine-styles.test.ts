import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../../../renderer/**/*.tsx', {
  eager: true,
  import: 'default',
  query: '?raw',
})
const styles = import.meta.glob<string>('../../../renderer/lib/style/mantine-styles.ts', {
  eager: true,
  import: 'default',
  query: '?raw',
})
const available = Object.keys(import.meta.glob('../../../node_modules/@mantine/core/styles/*.layer.css')).map(
  (path) => path.split('/').at(-1) ?? '',
)

it('every Mantine component in use has its style sheet loaded, so that none appears bare', () => {
  const loaded = Object.values(styles).join('\n')
  const used = Object.values(sources)
    .flatMap((text) => [...text.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)])
    .flatMap(([, names]) => (names ?? '').split(','))
    .map((name) => name.trim())
  const missing = [...new Set(used)].filter(
    (name) => available.includes(`${name}.layer.css`) && !loaded.includes(`/${name}.layer.css`),
  )
  expect(missing).toEqual([])
})
