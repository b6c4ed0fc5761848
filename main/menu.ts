import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Events } from '../preload/contract/events.ts'
import type { Language } from '../preload/contract/models/app/settings.ts'
import type { LocalizedText } from '../preload/contract/models/text.ts'

type Destination = Events['window.navigate']['to']

/** Sets the application menu in the operator's language; items that open a page call `navigate`. */
export function setMenu(language: Language, navigate: (to: Destination) => void): void {
  const say = (en: string, zh: string) => pick({ en, zh }, language)
  const go = (label: string, to: Destination, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => navigate(to),
  })
  const application: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...application,
      {
        label: say('File', '文件'),
        submenu: [
          go(say('Connect to a broker…', '连接 Broker…'), 'connect', 'CmdOrCtrl+N'),
          go(say('Settings', '设置'), 'settings', 'CmdOrCtrl+,'),
          { type: 'separator' },
          process.platform === 'darwin'
            ? { role: 'close', label: say('Close window', '关闭窗口') }
            : { role: 'quit', label: say('Quit', '退出') },
        ],
      },
      {
        label: say('Edit', '编辑'),
        submenu: [
          { role: 'undo', label: say('Undo', '撤销') },
          { role: 'redo', label: say('Redo', '重做') },
          { type: 'separator' },
          { role: 'cut', label: say('Cut', '剪切') },
          { role: 'copy', label: say('Copy', '复制') },
          { role: 'paste', label: say('Paste', '粘贴') },
          { role: 'selectAll', label: say('Select all', '全选') },
        ],
      },
      {
        label: say('View', '视图'),
        submenu: [
          go(say('Console', '控制台'), 'console', 'CmdOrCtrl+1'),
          go(say('Devices', '设备'), 'devices', 'CmdOrCtrl+2'),
          go(say('History', '历史'), 'history', 'CmdOrCtrl+3'),
          go(say('Alerts', '告警'), 'alerts', 'CmdOrCtrl+4'),
          go(say('Broker', 'Broker'), 'broker', 'CmdOrCtrl+5'),
          go(say('Connections', '连接'), 'connections', 'CmdOrCtrl+6'),
          go(say('Broker set-ups', '已搭建的 Broker'), 'setup', 'CmdOrCtrl+7'),
          go(say('Command palette', '命令面板'), 'palette', 'CmdOrCtrl+K'),
          { type: 'separator' },
          { role: 'zoomIn', label: say('Zoom in', '放大') },
          { role: 'zoomOut', label: say('Zoom out', '缩小') },
          { role: 'resetZoom', label: say('Actual size', '实际大小') },
          { type: 'separator' },
          { role: 'togglefullscreen', label: say('Full screen', '全屏') },
          { role: 'toggleDevTools', label: say('Developer tools', '开发者工具') },
        ],
      },
      { role: 'windowMenu', label: say('Window', '窗口') },
      {
        role: 'help',
        label: say('Help', '帮助'),
        submenu: [go(say('Guide', '指南'), 'guide', 'F1')],
      },
    ]),
  )
}

/** Returns the sentence in the operator's language. */
export function pick(text: LocalizedText, language: Language): string {
  return language === 'zh-CN' ? text.zh : text.en
}
