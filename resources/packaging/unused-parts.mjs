/**
 * Stands in the bundle for the JSON-schema validator and the version comparer of the settings library: they are a quarter
 * of what main would have to compile at start, for its options `schema` and `migrations`, which are not used. Stands for the
 * HTTP client of the logger as well, which sends no line anywhere.
 */
function refuse() {
  throw new Error('This part of the settings library is left out of the bundle.')
}

export class Ajv2020 {
  constructor() {
    refuse()
  }
}

export default new Proxy(refuse, { get: () => refuse })
