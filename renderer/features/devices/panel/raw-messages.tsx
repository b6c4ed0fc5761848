import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DeviceRef } from '../../../../preload/contract/models/devices/device.ts'
import { OutputBlock } from '../../../components/output/output-block.tsx'
import { byteWords } from '../../../components/words/byte-words.ts'
import { RelativeTime } from '../../../components/words/relative-time.tsx'
import { useRequest } from '../../../lib/use-request.ts'
import classes from './device-panel.module.css'

/** The latest messages as they came, at rest until they are asked for again: what moves cannot be read. */
export function RawMessages({ connectionId, deviceId }: DeviceRef) {
  const { t, i18n } = useTranslation('devices')
  const { value: messages, isLoading, reload } = useRequest('devices.raw', { connectionId, deviceId })
  return (
    <section className={classes.section} aria-label={t('panel.tab.raw')}>
      <div className={classes.rawHead}>
        <p className={classes.note}>{t('raw.note')}</p>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRefresh size={13} aria-hidden />}
          loading={isLoading}
          onClick={reload}
        >
          {t('raw.refresh')}
        </Button>
      </div>
      {messages?.length === 0 && <p className={classes.note}>{t('raw.empty')}</p>}
      {messages?.map((message, index) => (
        <div key={`${message.receivedAt}-${messages.length - index}`} className={classes.orphan}>
          <div className={classes.orphanHead}>
            <strong>{message.kind}</strong>
            <RelativeTime at={message.receivedAt} />
            <span>{byteWords(message.bytes, i18n.language)}</span>
            {message.isRetained && <span>{t('raw.retained')}</span>}
            {message.isCut && <span>{t('orphanCut')}</span>}
          </div>
          <OutputBlock text={message.text} label={t('raw.label', { kind: message.kind })} />
        </div>
      ))}
    </section>
  )
}
