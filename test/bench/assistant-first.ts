import { openWorkplace } from './assistant-workplace.ts'

/** A process of its own: the first question, with all that has to be loaded for it. Prints its ms. */
const [baseUrl = ''] = process.argv.slice(2)
const workplace = openWorkplace(baseUrl)
console.log(JSON.stringify(await workplace.ask('how much disk space is left?')))
workplace.close()
