import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from '../setup.module.css'

interface Choice<T extends string> {
  readonly value: T
  readonly title: string
  readonly text: string
  readonly icon: ReactNode
  readonly isDisabled?: boolean
}

interface ChoiceCardsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
}

/** One of a few ways, each with a sentence on what it means. */
export function ChoiceCards<T extends string>({ label, value, choices, onChange }: ChoiceCardsProps<T>) {
  return (
    <Radio.Group
      aria-label={label}
      value={value}
      onChange={(chosen) => {
        const found = choices.find((choice) => choice.value === chosen)
        if (found) onChange(found.value)
      }}
    >
      <div className={classes.choices}>
        {choices.map((choice) => (
          <Radio.Card
            key={choice.value}
            value={choice.value}
            disabled={choice.isDisabled ?? false}
            className={classes.choice}
            aria-label={choice.title}
            aria-describedby={`choice-${choice.value}`}
          >
            <Radio.Indicator size="xs" />
            <span className={classes.choiceIcon}>{choice.icon}</span>
            <span>
              <span className={classes.choiceTitle}>{choice.title}</span>
              <span id={`choice-${choice.value}`} className={classes.choiceText}>
                {choice.text}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
