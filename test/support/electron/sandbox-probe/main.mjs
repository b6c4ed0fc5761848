// Opens one hidden page and quits: exit 0 means that Electron runs here with this user, sandbox and display.
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
