import { Modal, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GuideButton } from '../../../components/guide-button.tsx'
import classes from './which-one.module.css'

const ROWS = ['one', 'bridges', 'nats', 'rabbitmq', 'emqx'] as const
const COLUMNS = ['for', 'measured', 'dies', 'character'] as const

interface WhichOneProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Compares one Mosquitto, bridged sites and the clusters by what was measured. */
export function WhichOne({ isOpen, onClose }: WhichOneProps) {
  const { t } = useTranslation(['setup', 'shell'])
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('which.title')}
      size="64rem"
      zIndex={300}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Text size="sm">{t('which.lead')}</Text>
      <section className={classes.frame} aria-label={t('which.title')}>
        <Table className={classes.table} verticalSpacing="xs" horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('which.columns.broker')}</Table.Th>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`which.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ROWS.map((row) => (
              <Table.Tr key={row}>
                <Table.Th scope="row" className={classes.name}>
                  {t(`which.rows.${row}.name`)}
                </Table.Th>
                {COLUMNS.map((column) => (
                  <Table.Td key={column} data-label={t(`which.columns.${column}`)}>
                    {t(`which.rows.${row}.${column}`)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Text size="xs" c="dimmed" mt="sm">
        {t('which.how')}
      </Text>
      <GuideButton to="broker#which" />
    </Modal>
  )
}
