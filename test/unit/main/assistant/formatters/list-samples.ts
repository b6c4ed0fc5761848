/** An answer, and what is to be said of it. */
export interface Sample {
  readonly command: string
  readonly intent: string
  readonly stdout: string
  readonly en: string
  readonly zh: string
  readonly isWarning?: boolean
  readonly rows?: readonly (readonly string[])[]
}

/** Lists of networks, connections and disks. */
export const LIST_SAMPLES: readonly Sample[] = [
  {
    command: 'nmcli device wifi list',
    intent: 'wifi-scan',
    stdout: `IN-USE  BSSID              SSID       MODE   CHAN  RATE        SIGNAL  BARS  SECURITY
*       7C:FF:4D:12:34:56  Werkstatt  Infra  6     130 Mbit/s  67      ▂▄▆_  WPA2
        C0:56:27:AA:BB:CC  --         Infra  11    54 Mbit/s   34      ▂▄__  --
`,
    en: '1 Wi-Fi network in reach, and 1 without a name; connected to Werkstatt, signal 67 %: good.',
    zh: '附近有 1 个无线网络，另有 1 个没有名称；已连接 Werkstatt，信号 67 %，良好。',
    rows: [
      ['Werkstatt', '67 %', '6', 'WPA2'],
      ['--', '34 %', '11', '--'],
    ],
  },
  {
    command: 'nmcli connection show',
    intent: 'wifi-saved',
    stdout: `NAME       UUID                                  TYPE  DEVICE
Werkstatt  0a1b2c3d-1111-2222-3333-444455556666  wifi  wlan0
Gast       0a1b2c3d-1111-2222-3333-444455556667  wifi  --
`,
    en: '2 connections stored; active: Werkstatt (wlan0).',
    zh: '已保存 2 个连接；活动的：Werkstatt（wlan0）。',
    rows: [
      ['Werkstatt', 'wifi', 'wlan0'],
      ['Gast', 'wifi', ''],
    ],
  },
  {
    command: 'lsblk',
    intent: 'block-devices',
    stdout: `NAME   MAJ:MIN RM  SIZE RO TYPE MOUNTPOINTS
sda      8:0    1 28.9G  0 disk
└─sda1   8:1    1 28.9G  0 part /mnt/usb
`,
    en: '1 disk: sda (28.9G).',
    zh: '1 个磁盘：sda（28.9G）。',
    rows: [
      ['sda', '28.9G', 'disk', ''],
      ['sda1', '28.9G', 'part', '/mnt/usb'],
    ],
  },
]
