import { configureGlobal } from 'fast-check'

/** One seed makes a run repeatable everywhere; `WAYPOST_SEED=random` (or a number) looks elsewhere. */
const wanted = process.env.WAYPOST_SEED ?? '20261'
if (wanted !== 'random') configureGlobal({ seed: Number(wanted) })
