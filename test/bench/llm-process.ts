import { llmAnswers } from '../support/model/llm-answers.ts'
import { startLlmStub } from '../support/model/llm-stub.ts'

/** A model in a process of its own that answers at once, as often as it is asked. Prints its URL; ends with stdin. */
const stub = await startLlmStub()
stub.script(...Array.from({ length: 2_000 }, () => llmAnswers.valid()))
console.log(stub.baseUrl)
process.stdin.on('end', () => void stub.stop()).resume()
