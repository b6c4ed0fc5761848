import { AppError } from '../../../preload/contract/errors.ts'
import type { AlertRule } from '../../../preload/contract/models/devices/alert.ts'
import type { AlertStore } from './alert-store.ts'
import { RuleWatch } from './rule-watch.ts'

const RULES_MAX = 100

interface AlertRulesDeps {
  readonly store: Pick<AlertStore, 'rules' | 'saveRule' | 'removeRule'>
  /** Of a connection; no device is where it is left out. */
  readonly isSimulated?: (connectionId: string) => boolean
  /** Called with each alert of a rule that is changed or removed, because a changed rule starts anew. */
  readonly onEnded: (alertId: string) => void
}

/** The rules as the operator set them, and for each enabled one what it watches. */
export class AlertRules {
  readonly #deps: AlertRulesDeps
  #rules: readonly AlertRule[] = []
  #readings: readonly RuleWatch[] = []
  #offline: readonly RuleWatch[] = []

  constructor(deps: AlertRulesDeps) {
    this.#deps = deps
  }

  load(): void {
    for (const rule of this.#deps.store.rules()) this.#watch(rule)
  }

  list(): readonly AlertRule[] {
    return this.#rules
  }

  /** Watches that look at what devices send. */
  get readings(): readonly RuleWatch[] {
    return this.#readings
  }

  /** Watches that look at whether devices are there. */
  get offline(): readonly RuleWatch[] {
    return this.#offline
  }

  watches(): readonly RuleWatch[] {
    return [...this.#readings, ...this.#offline]
  }

  /** True if alerts of the rule are to be shown outside of the window. */
  hasNotification(ruleId: string): boolean {
    return this.#rules.some((rule) => rule.id === ruleId && rule.hasNotification)
  }

  /** @throws AppError FILTER_INVALID, RULE_LIMIT, DISK_FAILED */
  save(rule: AlertRule): void {
    const isKnown = this.#rules.some(({ id }) => id === rule.id)
    if (!isKnown && this.#rules.length >= RULES_MAX) throw new AppError('RULE_LIMIT', { limit: RULES_MAX })
    const checked = new RuleWatch(rule).rule
    stored(() => this.#deps.store.saveRule(checked))
    this.#unwatch(rule.id)
    this.#watch(checked)
  }

  /** @throws AppError NOT_FOUND, DISK_FAILED */
  remove(id: string): void {
    if (!this.#rules.some((rule) => rule.id === id)) throw new AppError('NOT_FOUND', { ruleId: id })
    stored(() => this.#deps.store.removeRule(id))
    this.#unwatch(id)
    this.#rules = this.#rules.filter((rule) => rule.id !== id)
  }

  #watch(rule: AlertRule): void {
    const place = this.#rules.findIndex(({ id }) => id === rule.id)
    this.#rules = place < 0 ? [...this.#rules, rule] : this.#rules.with(place, rule)
    if (!rule.isEnabled) return
    const watch = new RuleWatch(rule, this.#deps.isSimulated)
    if (rule.watches.kind === 'offline') this.#offline = [...this.#offline, watch]
    else this.#readings = [...this.#readings, watch]
  }

  #unwatch(ruleId: string): void {
    for (const watch of this.watches())
      if (watch.rule.id === ruleId) for (const alertId of watch.openAlerts()) this.#deps.onEnded(alertId)
    this.#readings = this.#readings.filter(({ rule }) => rule.id !== ruleId)
    this.#offline = this.#offline.filter(({ rule }) => rule.id !== ruleId)
  }
}

function stored(write: () => void): void {
  try {
    write()
  } catch (cause) {
    throw new AppError('DISK_FAILED', {}, { cause })
  }
}
