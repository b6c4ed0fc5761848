import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SETUP_STEPS, type SetupCommand, type SetupStep } from '../../../../preload/contract/models/broker/setup.ts'
import { request } from '../../../lib/api.ts'
import { showDone } from '../../../lib/errors/show-error.tsx'
import { localized } from '../../../lib/i18n/i18n.ts'
import { useAction } from '../../../lib/use-action.ts'
import { CopyAction } from '../list/copy-action.tsx'
import frame from '../setup.module.css'
import classes from './files.module.css'

/** Steps whose lines are run one after the other; those of the others are alternatives. */
const IN_SEQUENCE: readonly SetupStep[] = ['install', 'place', 'start', 'check']

/** The lines to run at the broker, each with its reason, to copy one by one or step by step. */
export function CommandList({ commands }: { readonly commands: readonly SetupCommand[] }) {
  const { t } = useTranslation('setup')
  return (
    <div className={classes.commands}>
      {SETUP_STEPS.map((step) => ({ step, lines: commands.filter((command) => command.step === step) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ step, lines }) => (
          <section key={step} aria-labelledby={`commands-${step}`}>
            <div className={classes.commandHead}>
              <h3 id={`commands-${step}`} className={frame.subheading}>
                {t(`commands.${step}`)}
              </h3>
              {IN_SEQUENCE.includes(step) && <CopyAll lines={lines} />}
            </div>
            <ul className={classes.lines}>
              {lines.map((line) => (
                <CommandLine key={`${line.shell} ${line.command}`} line={line} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function CommandLine({ line }: { readonly line: SetupCommand }) {
  const { t, i18n } = useTranslation('setup')
  return (
    <li className={classes.line}>
      <p className={classes.why}>{localized(line.why, i18n.language)}</p>
      <div className={classes.command}>
        <code>{line.command}</code>
        <CopyAction text={line.command} label={t('commands.copy')} />
      </div>
    </li>
  )
}

function CopyAll({ lines }: { readonly lines: readonly SetupCommand[] }) {
  const { t } = useTranslation('setup')
  const copy = useAction(async () => {
    await request('app.copy', { text: `${lines.map(({ command }) => command).join('\n')}\n` })
    showDone(t('files.copied'))
  })
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      leftSection={<IconCopy size={13} aria-hidden />}
      onClick={() => copy.run()}
    >
      {t('commands.copyAll')}
    </Button>
  )
}
