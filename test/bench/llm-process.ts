import { llmAnswers } from '../support/model/llm-answers.ts'
import { startLlmStub } from '../support/model/llm-stub.ts'

/** Runs a model in its own process that answers every request at once. Prints its URL; ends with stdin. */
const stub = await startLlmStub()
stub.script(...Array.from({ length: 2_000 }, () => llmAnswers.valid()))
console.log(stub.baseUrl)
process.stdin.on('end', () => void stub.stop()).resume()
