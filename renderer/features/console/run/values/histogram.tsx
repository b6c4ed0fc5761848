import { useTranslation } from 'react-i18next'
import type { ValueColumn } from '../../../../../preload/contract/models/commands/values.ts'
import { plainNumber } from '../../../../components/words/formatters.ts'
import { amountWords } from './value-words.ts'
import classes from './values.module.css'

const WIDTH = 96
const HEIGHT = 24
/** A bin of one device among thousands is still seen. */
const MIN_HEIGHT = 2

/** Draws how many devices gave which value; each bar says its range and number. */
export function Histogram({ column }: { readonly column: ValueColumn }) {
  const { t, i18n } = useTranslation('values')
  const { bins } = column
  const most = Math.max(...bins.map(({ count }) => count), 1)
  const width = WIDTH / Math.max(1, bins.length)
  const words = (amount: number) => amountWords(amount, column, i18n.language, true)
  return (
    <svg
      className={classes.histogram}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('histogram')}
    >
      {bins.map(({ from, to, count }, index) => {
        const height = count === 0 ? 0 : Math.max(MIN_HEIGHT, (HEIGHT * count) / most)
        const number = plainNumber(count, i18n.language)
        return (
          <g key={from}>
            <title>
              {from === to
                ? t('binOne', { from: words(from), number })
                : t('bin', { from: words(from), to: words(to), number })}
            </title>
            <rect className={classes.reach} x={index * width} y={0} width={width} height={HEIGHT} />
            <rect
              className={classes.bar}
              x={index * width + 0.5}
              y={HEIGHT - height}
              width={width - 1}
              height={height}
            />
          </g>
        )
      })}
    </svg>
  )
}
