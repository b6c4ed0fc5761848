import type { Failure } from '../../preload/contract/errors.ts'
import { ERROR_GUIDE } from '../lib/errors/error-guide.ts'
import { errorSentence } from '../lib/errors/error-sentence.ts'
import { GuideButton } from './guide-button.tsx'

/** A failure in one paragraph, with the way to what the guide says of it. */
export function ToldError({ failure }: { readonly failure: Pick<Failure, 'code' | 'data'> }) {
  return (
    <>
      {errorSentence({ ...failure, message: failure.code })} <GuideButton to={ERROR_GUIDE[failure.code]} />
    </>
  )
}
