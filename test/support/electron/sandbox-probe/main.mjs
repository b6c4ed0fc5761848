// Opens one hidden page and leaves: exit 0 says that Electron runs here as it was started (user, sandbox, display).
import { app, BrowserWindow } from 'electron'

app.whenReady().then(async () => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: !app.commandLine.hasSwitch('no-sandbox') },
  })
  window.webContents.on('render-process-gone', () => app.exit(1))
  await window.loadURL('data:text/html,<title>probe</title>')
  app.exit(0)
})
