import { openWorkplace } from './assistant-workplace.ts'

/** Measures the first question in its own process, module loading included. Prints its ms. */
const [baseUrl = ''] = process.argv.slice(2)
const workplace = openWorkplace(baseUrl)
console.log(JSON.stringify(await workplace.ask('how much disk space is left?')))
workplace.close()
// The connection to the model is kept open for the next question.
process.exit(0)
