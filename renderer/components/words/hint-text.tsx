import { Code } from '@mantine/core'
import { Fragment } from 'react'

/** A sentence of main with its `commands` and `settings` set apart as code. */
export function HintText({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) => {
    const key = `${index}`
    return index % 2 === 1 ? <Code key={key}>{part}</Code> : <Fragment key={key}>{part}</Fragment>
  })
}
