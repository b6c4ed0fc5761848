import type { Rule } from '../rule.ts'

const CAMERA = { en: 'takes a picture or a video', zh: '拍摄照片或视频' }

/** Cameras, displays, sound and Bluetooth. */
export const MEDIA_RULES: readonly Rule[] = [
  {
    id: 'pi.camera.take',
    programs:
      'libcamera-hello rpicam-hello libcamera-still rpicam-still libcamera-jpeg rpicam-jpeg libcamera-vid rpicam-vid libcamera-raw rpicam-raw raspistill raspivid raspiyuv fswebcam cam motion',
    when: { without: 'list-cameras version' },
    class: 'change',
    isFallback: true,
    reason: CAMERA,
    match: ['rpicam-still -o x.jpg', 'raspistill -o x.jpg'],
    noMatch: ['rpicam-hello --list-cameras'],
  },
  {
    id: 'pi.camera.endless',
    programs: 'libcamera-vid rpicam-vid libcamera-hello rpicam-hello libcamera-still rpicam-still raspivid',
    when: { arg: /^(?:-t|-t0|--timeout=0)$|^0$/, operand: /^0$/ },
    class: 'change',
    reason: { en: 'never ends: give -t in milliseconds', zh: '不会结束：请用 -t 指定毫秒数' },
    endless: 'hard',
    match: ['rpicam-vid -t 0 -o x'],
    noMatch: ['rpicam-vid -t 5000 -o x'],
  },
  {
    id: 'pi.v4l2.set',
    programs: 'v4l2-ctl media-ctl',
    when: { arg: /^--(?:set|stream|reset|overlay|edid|clear)|^-[cvti]/ },
    class: 'change',
    reason: { en: 'changes camera settings', zh: '更改摄像头设置' },
    match: ['v4l2-ctl --set-ctrl=x=1'],
    noMatch: ['v4l2-ctl --list-devices'],
  },
  {
    id: 'pi.display.set',
    programs: 'tvservice xrandr wlr-randr xset',
    when: { arg: /^-(?:o|p|e)$|^--(?:off|preferred|explicit|output|mode|rotate|dpms)$|^dpms$|^s$/ },
    class: 'change',
    reason: { en: 'switches the display', zh: '切换屏幕' },
    match: ['tvservice -o'],
    noMatch: ['tvservice -s'],
  },
  {
    id: 'pi.display.picture',
    programs: 'grim scrot',
    when: {},
    class: 'change',
    reason: { en: 'takes a picture of the screen', zh: '截取屏幕画面' },
    match: ['grim x.png', 'scrot x.png'],
    noMatch: ['kmsprint'],
  },
  {
    id: 'pi.eeprom.flash',
    programs: 'rpi-eeprom-update',
    when: { flags: 'a d r i f A' },
    class: 'destructive',
    reason: { en: 'flashes the boot loader', zh: '刷写引导程序' },
    match: ['rpi-eeprom-update -a', 'rpi-eeprom-update -d -a'],
    noMatch: ['rpi-eeprom-update'],
  },
  {
    id: 'pi.audio.change.more',
    programs: 'aplay arecord speaker-test alsactl mpg123 omxplayer espeak espeak-ng say',
    when: { noArg: /^-[lL]$|^--list/ },
    class: 'change',
    reason: { en: 'plays sound or changes the volume', zh: '播放声音或更改音量' },
    match: ['speaker-test', 'aplay x.wav'],
    noMatch: ['aplay -l'],
  },
  {
    id: 'pi.audio.change',
    programs: 'aplay arecord amixer pactl wpctl speaker-test alsactl mpg123 omxplayer espeak espeak-ng say',
    when: { noArg: /^-[lL]$|^--list|^(?:scontrols|scontents|controls|contents|get|sget|info|list|status)$/, min: 1 },
    class: 'change',
    isFallback: true,
    reason: { en: 'plays sound or changes the volume', zh: '播放声音或更改音量' },
    match: ['amixer sset Master 50%', 'aplay x.wav'],
    noMatch: ['aplay -l'],
  },
  {
    id: 'pi.bluetooth.change',
    programs: 'bluetoothctl hciconfig btmgmt hcitool',
    when: {
      operand:
        /^(?:remove|power|connect|disconnect|pair|trust|untrust|block|unblock|scan|discoverable|pairable|agent|up|down|reset|cc|dc|cmd|lecc|piscan|noscan|name)$/,
    },
    class: 'change',
    reason: { en: 'changes Bluetooth connections', zh: '更改蓝牙连接' },
    match: ['bluetoothctl remove x', 'hciconfig hci0 down'],
    noMatch: ['bluetoothctl show'],
  },
]
