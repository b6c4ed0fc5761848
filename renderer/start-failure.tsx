import { Button, Center, MantineProvider, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from './lib/errors/show-error.tsx'
import { cssVariablesResolver, theme } from './lib/style/theme.ts'

/** Shown instead of the app when main gave no first state, or when the frame of the window failed. */
export function StartFailure({ error, nonce }: { readonly error: unknown; readonly nonce: string }) {
  const { t } = useTranslation('shell')
  const text = errorText(error)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Center component="main" h="100vh" p="xl">
        <Stack gap="sm" maw={440} role="alert">
          <Title order={1}>{text.title}</Title>
          {text.why && <Text>{text.why}</Text>}
          <Text>{text.next}</Text>
          <Button w="fit-content" onClick={() => window.location.reload()}>
            {t('loadAgain')}
          </Button>
        </Stack>
      </Center>
    </MantineProvider>
  )
}
