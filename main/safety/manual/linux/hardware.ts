/** Boards, pins, buses, cameras, screens, sound, printers and the health of drives. */
export const HARDWARE_MANUAL = String.raw`
# A mask behind get_throttled clears bits, a number behind display_power switches the screen; otp_dump holds keys.
vcgencmd: measure_temp, measure_temp pmic, get_throttled, version, commands, get_camera, mem_oom, mem_reloc_stats, read_ring_osc, hdmi_timings, get_lcd_info, dispmanx_list, display_power, bootloader_version, bootloader_config, get_rsts, vcos version | asks the firmware of a Raspberry Pi | 查询树莓派固件
  from Raspberry Pi documentation, vcgencmd(1)
  = vcgencmd measure_temp
  = vcgencmd get_throttled
  = vcgencmd bootloader_version
  = vcgencmd display_power
  ! vcgencmd display_power 0
  ! vcgencmd get_throttled 0xf
  ! vcgencmd set_backlight 0
  ! vcgencmd otp_dump
  ! vcgencmd force_audio hdmi 1
  ! vcgencmd dispmanx_snapshot x
vcgencmd: measure_volts | measures a voltage | 测量电压
  operands {core,sdram_c,sdram_i,sdram_p}?
  = vcgencmd measure_volts
  = vcgencmd measure_volts sdram_c
  ! vcgencmd measure_volts x
vcgencmd: measure_clock | measures a clock | 测量时钟频率
  operands {arm,core,h264,isp,v3d,uart,pwm,emmc,pixel,vec,hdmi,dpi,hevc}
  = vcgencmd measure_clock arm
  = vcgencmd measure_clock core
  ! vcgencmd measure_clock
vcgencmd: get_mem | shows how memory is split | 查看内存划分
  operands {arm,gpu,total,malloc,malloc_total,reloc,reloc_total}
  = vcgencmd get_mem arm
  = vcgencmd get_mem gpu
  ! vcgencmd get_mem x
vcgencmd: get_config | shows settings of the firmware | 查看固件配置
  operands /[a-z]\w*/
  = vcgencmd get_config int
  = vcgencmd get_config arm_freq
  ! vcgencmd get_config
vcgencmd: codec_enabled, pmic_read_adc | shows codecs or the power chip | 查看编解码器或电源芯片
  operands /[A-Z\d]\w*/*
  = vcgencmd codec_enabled H264
  = vcgencmd pmic_read_adc
  ! vcgencmd pmic_write_adc
  ! vcgencmd pm_set_policy 1

# raspi-config nonint runs whatever word follows, so every function stands here. Older versions of get_wifi_country save settings.
raspi-config: nonint get_can_expand, nonint get_hostname, nonint get_boot_cli, nonint get_autologin, nonint get_boot_wait, nonint get_boot_splash, nonint get_overscan, nonint get_overscan_kms, nonint get_pixdub, nonint get_blanking, nonint get_camera, nonint get_ssh, nonint get_vnc, nonint get_spi, nonint get_i2c, nonint get_serial, nonint get_serial_cons, nonint get_serial_hw, nonint get_onewire, nonint get_rgpio, nonint get_leds, nonint get_fan, nonint get_fan_gpio, nonint get_fan_temp, nonint get_overlay_now, nonint get_overlay_conf, nonint get_bootro_now, nonint get_bootro_conf, nonint get_net_names, nonint get_pi_type, nonint is_pi, nonint is_pifour, nonint is_live, nonint is_kms, nonint is_pulseaudio, nonint is_labwc, nonint is_wayland, nonint is_pifive, nonint is_64bit, nonint get_pci, nonint get_legacy, nonint get_pi4video, nonint get_squeekboard, nonint is_wayfire, nonint get_vnc_resolution, nonint get_composite, nonint get_usb_current, nonint get_browser | shows settings of a Raspberry Pi | 查看树莓派设置
  from raspi-config 20231012
  = raspi-config nonint get_ssh
  = raspi-config nonint get_camera
  = raspi-config nonint is_pi
  ! raspi-config nonint do_ssh 1
  ! raspi-config nonint do_i2c 0
  ! raspi-config nonint reboot
  ! raspi-config nonint set_config_var x 1 /boot/config.txt
  ! raspi-config --expand-rootfs
  ! raspi-config --apply-os-config
  ! raspi-config nonint get_ssh reboot
raspi-config: nonint get_config_var | shows a setting of the start | 查看启动配置项
  operands /\w+/ /\/boot\/(?:firmware\/)?config\.txt/
  = raspi-config nonint get_config_var gpu_mem /boot/config.txt
  = raspi-config nonint get_config_var dtparam /boot/firmware/config.txt
  ! raspi-config nonint get_config_var x /etc/shadow

pinctrl | shows pins | 查看引脚
  from raspberrypi/utils pinctrl
  -p | numbers of the header | 按排针编号
  = pinctrl
  = pinctrl -p
  ! pinctrl 17 op dh
  ! pinctrl 4 op
pinctrl: get, funcs, lev | shows pins | 查看引脚
  -p | numbers of the header | 按排针编号
  operands /[\w,-]+/?
  = pinctrl get
  = pinctrl get 17
  = pinctrl get 2-5
  = pinctrl funcs 4
  ! pinctrl set 17 op dh
  ! pinctrl get 17 op
  ! pinctrl -p set 7 op
pinctrl: poll | watches pins | 监视引脚
  endless | never ends: use pinctrl get | 不会结束：请使用 pinctrl get
  operands /[\w,-]+/
  = pinctrl poll 17
  = pinctrl poll 2-5
  ! pinctrl poll 17 op

raspi-gpio: get, funcs, raw | shows pins | 查看引脚
  from raspi-gpio 0.20231127
  operands /[\d,-]+/?
  = raspi-gpio get
  = raspi-gpio get 17
  = raspi-gpio funcs
  ! raspi-gpio set 4 op
  ! raspi-gpio set 4 dh

common gpio
  style word
  from wiringPi 2.52 gpio(1)
  -g | numbers of the chip | BCM 编号
  -1 | numbers of the header | 物理引脚编号
gpio: readall, allreadall, exports | shows pins | 查看引脚
  = gpio readall
  = gpio allreadall
  ! gpio unexportall
  ! gpio load i2c
  ! gpio reset
  ! gpio -x mcp23017:100:0x20 readall
gpio: read | reads a pin | 读取引脚
  operands /\d+/
  = gpio -g read 17
  = gpio read 1
  ! gpio write 1 1
  ! gpio -g mode 17 out
  ! gpio -g pwm 18 1
  ! gpio wfi 1 both
gpio | shows the version | 查看版本
  -v !needed | version | 版本
  = gpio -v
  = gpio -g -v
  ! gpio -v write 1 1

pinout | shows the board and its header | 查看板卡与引脚图
  from gpiozero 1.6 pinout(1)
  -r --revision=/[\da-f]+/ | of this board | 指定版本号
  -m --monochrome | without colour | 不用颜色
  -c --color | in colour | 彩色显示
  = pinout
  = pinout -m
  ! pinout -x
  ! pinout --xyz

# gpioget sets the line to input unless --as-is (libgpiod 2) is given; a relay may switch.
gpiodetect | lists chips of pins | 列出 GPIO 芯片
  from libgpiod 1.6 gpiodetect(1)
  = gpiodetect
  = gpiodetect --
  ! gpiodetect --exec
gpioinfo | shows pins | 查看 GPIO 引脚
  from libgpiod 1.6 gpioinfo(1)
  operands /(?:\/dev\/)?gpiochip\d+|\d+/*
  = gpioinfo
  = gpioinfo gpiochip0
  ! gpioinfo /etc/shadow
gpiofind | finds a pin by name | 按名称查找引脚
  from libgpiod 1.6 gpiofind(1)
  operands name
  = gpiofind GPIO17
  = gpiofind LED
  ! gpiofind
gpioget | reads a pin without changing it | 读取引脚（不改变方向）
  from libgpiod 2.0 gpioget(1)
  -a --as-is !needed | leaves its direction | 保持方向
  -c --chip=/(?:\/dev\/)?gpiochip\d+|\d+/ | of this chip | 指定芯片
  --numeric | as numbers | 数字显示
  operands /[\w.]+/+
  = gpioget --as-is -c gpiochip0 17
  = gpioget -a GPIO17
  ! gpioget gpiochip0 17
  ! gpioget -B pull-up gpiochip0 17

# The default probe of i2cdetect; -q and -r are known to corrupt or lock chips.
i2cdetect | looks for chips on an I2C bus | 扫描 I2C 总线
  from i2c-tools 4.3 i2cdetect(8); busybox 1.35 i2cdetect
  -y !needed | without a question | 不询问
  operands /\d+|i2c-\d+/ /0x[\da-f]+/? /0x[\da-f]+/?
  = i2cdetect -y 1
  = i2cdetect -y 0
  ! i2cdetect -y -q 1
  ! i2cdetect -yr 1
  ! i2cdetect -ay 1
i2cdetect | lists I2C buses | 列出 I2C 总线
  -l !needed | buses there are | 列出总线
  = i2cdetect -l
  = i2cdetect -l --
  ! i2cdetect -l -q
i2cdetect | shows what an I2C bus can do | 查看 I2C 总线功能
  -F !needed | what it can do | 功能
  operands /\d+/
  = i2cdetect -F 1
  = i2cdetect -F 0
  ! i2cdetect 1

rpi-eeprom-update | checks the boot loader of a Raspberry Pi | 检查树莓派引导程序
  from rpi-eeprom 20
  -l | path of the newest image | 最新镜像路径
  = rpi-eeprom-update
  = rpi-eeprom-update -l
  ! rpi-eeprom-update -a
  ! rpi-eeprom-update -d -f /tmp/x
  ! rpi-eeprom-update -r
  ! rpi-eeprom-update -la

rpi-eeprom-config | shows settings of the boot loader | 查看引导程序配置
  from rpi-eeprom 20
  operands /[\w\/.-]+\.bin/?
  = rpi-eeprom-config
  = rpi-eeprom-config pieeprom.bin
  ! rpi-eeprom-config --edit
  ! rpi-eeprom-config -e
  ! rpi-eeprom-config --apply /tmp/x
  ! rpi-eeprom-config --out /tmp/x --config y z

rpicam-hello, rpicam-still, rpicam-vid, rpicam-jpeg, rpicam-raw, libcamera-hello, libcamera-still, libcamera-vid, libcamera-jpeg, libcamera-raw | lists cameras | 列出摄像头
  from rpicam-apps 1.4
  --list-cameras !needed | which there are | 列出
  = rpicam-hello --list-cameras
  = rpicam-hello --list-cameras --
  ! rpicam-hello -t 0
  ! rpicam-hello --list-cameras -o /home/pi/x
  ! rpicam-hello --list-cameras --post-process-file /tmp/x
  ! rpicam-hello --list-cameras --config /tmp/x

cam | lists cameras | 列出摄像头
  from libcamera 0.0.3 cam
  -l --list !needed | which there are | 列出
  = cam -l
  = cam --list
  ! cam -c 1 --capture --file=/home/pi/x

vclog | shows the log of the firmware | 查看固件日志
  from raspberrypi/utils vclog
  -m --msg | messages | 消息
  -a --assert | failed checks | 断言
  = vclog -m
  = vclog --msg
  ! vclog -f

vcdbg: log msg, log assert, log ex | shows the log of the firmware | 查看固件日志
  from Raspberry Pi userland vcdbg
  = vcdbg log msg
  = vcdbg log assert
  ! vcdbg set awb_mode 0
  ! vcdbg log level

v4l2-ctl | shows video devices | 查看视频设备
  from v4l-utils 1.22 v4l2-ctl(1)
  -d --device=/\/dev\/(?:video|v4l-subdev|radio|vbi|v4l-touch)\d+|\/dev\/v4l\/[\w\/.:-]+|\d+/ | this device | 指定设备
  -D --info | driver | 驱动信息
  --all | everything | 全部信息
  --list-devices | which there are | 列出设备
  -l --list-ctrls | settings | 控制项
  -L --list-ctrls-menus | settings with their choices | 控制项与选项
  -C --get-ctrl=/[a-z][\w,]*/ | values of settings | 读取控制项
  --list-formats | formats | 格式
  --list-formats-ext | formats and sizes | 格式与尺寸
  --list-formats-out --list-formats-out-ext --list-fields
  --list-framesizes=/\w+/ | sizes of a format | 帧尺寸
  --list-frameintervals=/[\w,=]+/ | rates of a format | 帧率
  -V --get-fmt-video | format in use | 当前格式
  -P --get-parm | rate in use | 当前帧率
  -n --list-inputs | inputs | 输入
  -I --get-input | input in use | 当前输入
  --list-standards --get-standard --list-dv-timings --get-dv-timings --query-dv-timings --get-priority --get-cropcap --get-crop
  -k --concise | less | 简要
  = v4l2-ctl --list-devices
  = v4l2-ctl -d /dev/video0 --all
  = v4l2-ctl --list-formats-ext
  = v4l2-ctl -d 0 --get-fmt-video
  = v4l2-ctl -d /dev/video0 -C brightness,contrast
  ! v4l2-ctl -c brightness=1
  ! v4l2-ctl --set-ctrl=brightness=1
  ! v4l2-ctl -d /dev/video0 --stream-mmap --stream-to=/home/pi/x
  ! v4l2-ctl --set-fmt-video=width=1
  ! v4l2-ctl -d /dev/sda --all
  ! v4l2-ctl --get-edid=pad=0,file=/home/pi/x
  ! v4l2-ctl -w --all

media-ctl | shows parts of a video device | 查看媒体设备
  from v4l-utils 1.22 media-ctl(1)
  -d --device=/\/dev\/media\d+|\d+/ | this device | 指定设备
  -p --print-topology !needed | parts and links | 拓扑
  --print-dot !needed | as a graph | 图形描述
  --get-v4l2=/"[\w\s.-]+":\d+|\d+:\d+/ !needed | format of a pad | 端口格式
  -v --verbose | with details | 显示详细信息
  = media-ctl -p
  = media-ctl -d /dev/media0 -p
  ! media-ctl -p -r
  ! media-ctl -p -l '"a":0->"b":0[0]'
  ! media-ctl -V '"a":0[fmt:x]'
  ! media-ctl -i -p

tvservice | shows the screen of a Raspberry Pi | 查看树莓派显示输出
  from Raspberry Pi userland tvservice
  -s --status | state | 状态
  -n --name | name of the screen | 显示器名称
  -m --modes=/cea|dmt/ | modes it knows | 支持的模式
  -a --audio | sound it knows | 支持的音频
  -l --list | screens | 显示器列表
  = tvservice -s
  = tvservice -n
  = tvservice -m CEA
  ! tvservice -p
  ! tvservice -o
  ! tvservice -e 'CEA 4'
  ! tvservice -d /home/pi/x
  ! tvservice -so

dtoverlay, dtparam | explains an overlay | 查看设备树覆盖说明
  -h --help !needed | explains | 说明
  operands /[a-z0-9][\w-]{0,60}/ /[a-z0-9][\w-]{0,60}/?
  = dtoverlay -h i2c-rtc
  = dtoverlay -h i2c-rtc ds3231
  ! dtoverlay i2c-rtc
  ! dtoverlay -h

dtoverlay, dtparam | lists overlays of the device tree | 列出设备树覆盖
  from Raspberry Pi utils dtoverlay(1), dtparam(1)
  -l --list !needed | loaded ones | 已加载
  -a --all !needed | all there are | 全部
  = dtoverlay -l
  = dtoverlay -a
  ! dtoverlay i2c-gpio
  ! dtoverlay -r i2c-gpio
  ! dtoverlay -R
  ! dtoverlay -l i2c-gpio
  ! dtoverlay -lr 0

mmc: extcsd read, scr read, cid read, csd read, status get, writeprotect boot get, writeprotect user get | reads registers of a memory card | 读取存储卡寄存器
  from mmc-utils 0 mmc(1)
  operands /\/dev\/mmcblk\d+(?:boot\d)?|\/sys\/[\w\/.:-]+/
  = mmc extcsd read /dev/mmcblk0
  = mmc cid read /sys/block/mmcblk0/device
  ! mmc extcsd write 0 0 /dev/mmcblk0
  ! mmc bkops enable /dev/mmcblk0
  ! mmc ffu x /dev/mmcblk0
  ! mmc writeprotect boot set /dev/mmcblk0
  ! mmc sanitize /dev/mmcblk0

fbset | shows the frame buffer | 查看帧缓冲
  style word
  from fbset 2.1 fbset(8); busybox 1.35 fbset
  -s --show | settings | 设置
  -i --info | with details | 显示详细信息
  -fb=/\/dev\/fb\d+/ | this one | 指定设备
  = fbset -s
  = fbset -i
  = fbset -fb /dev/fb0 -i
  ! fbset -xres 640
  ! fbset 640x480-60
  ! fbset -db /tmp/x
  ! fbset -depth 16

xrandr | shows screens | 查看显示器
  style word
  from x11-xserver-utils 7.7 xrandr(1)
  -q --query --current --verbose --prop --properties --listmonitors --listactivemonitors --listproviders --nograb
  -d -display --display=/:\d+(?:\.\d+)?/ | this display | 指定显示
  = xrandr
  = xrandr --query
  = xrandr -d :0 --listmonitors
  ! xrandr -s 640x480
  ! xrandr --output HDMI-1 --off
  ! xrandr -d evil.example:0 -q
  ! xrandr --auto

wlr-randr, kmsprint, drm_info, eglinfo, clinfo, vdpauinfo, lsgpio, xdpyinfo | shows screens and graphics | 查看显示与图形
  from wlr-randr 0.2; libdrm 2.4; mesa-utils 8.5; clinfo 3.0; vdpauinfo 1.5; x11-utils 7.7
  = wlr-randr
  = wlr-randr --
  ! wlr-randr --output HDMI-A-1 --off
  ! xdpyinfo -display evil.example:0

xset: q | shows settings of the display | 查看显示设置
  from x11-xserver-utils 7.7 xset(1)
  = xset q
  = xset q --
  ! xset dpms force off
  ! xset s off

xinput | lists input devices | 列出输入设备
  style word
  from xinput 1.6 xinput(1)
  --list -list !needed | which there are | 列出
  --short --long --name-only --id-only
  = xinput --list
  = xinput --list --short
  ! xinput --disable 5
  ! xinput --set-prop 5 1 0

libinput: list-devices | lists input devices | 列出输入设备
  from libinput 1.22 libinput(1)
  = libinput list-devices
  = libinput list-devices --
  ! libinput record -o /home/pi/x
  ! libinput debug-events

modetest | shows screens of the kernel | 查看内核显示模式
  from libdrm-tests 2.4 modetest(1)
  -c | connectors | 连接器
  -e | encoders | 编码器
  -f | frame buffers | 帧缓冲
  -p | CRTCs and planes | CRTC 与平面
  -M=/(?!-)[\w-]+/ | this driver | 指定驱动
  = modetest -c
  = modetest -M vc4 -c
  ! modetest -s 32:640x480
  ! modetest -w 1:2:3
  ! modetest -P 1@2:3x4
  ! modetest -cs 32:640x480

glxinfo | shows OpenGL | 查看 OpenGL
  style word
  from mesa-utils 8.5 glxinfo(1)
  -B -v -t -b -l -s -i
  -display=/:\d+(?:\.\d+)?/ | this display | 指定显示
  = glxinfo -B
  = glxinfo
  ! glxinfo -display evil.example:0

vainfo | shows video acceleration | 查看视频加速
  from libva-utils 2.17 vainfo(1)
  -a --all | with details | 显示详细信息
  --display={drm,x11,wayland} | through this | 显示方式
  --device=/\/dev\/dri\/\w+/ | this device | 指定设备
  = vainfo
  = vainfo --display drm --device /dev/dri/renderD128
  ! vainfo --exec

vulkaninfo | shows Vulkan | 查看 Vulkan
  from vulkan-tools 1.3 vulkaninfo(1)
  --summary | summary | 摘要
  = vulkaninfo --summary
  = vulkaninfo
  ! vulkaninfo --json
  ! vulkaninfo -j -o /home/pi/x
  ! vulkaninfo --html

common amixer
  from alsa-utils 1.2.8 amixer(1)
  -c --card=/(?!-)[\w-]+/ | this card | 指定声卡
  -D --device=/(?:hw|default|pulse|sysdefault)(?::\w+)?/ | this device | 指定设备
  -M -R --mapped-volume --raw-volume
amixer | shows volumes | 查看音量
  = amixer
  = amixer -c 0
  ! amixer -s
  ! amixer --stdin
amixer: scontrols, scontents, controls, contents, info | shows settings of sound | 查看声音控制项
  = amixer scontrols
  = amixer -c 1 contents
  ! amixer set Master 50%
  ! amixer sset Master mute
amixer: get, sget, cget | shows a volume | 查看某项音量
  operands /[\w\s',.=()]+/
  = amixer get Master
  = amixer -c 0 sget PCM
  = amixer cget numid=3
  ! amixer cset numid=3 1
  ! amixer get Master 50%

aplay, arecord | lists sound devices | 列出声音设备
  from alsa-utils 1.2.8 aplay(1)
  -l --list-devices !needed | devices | 设备
  -L --list-pcms !needed | names | 名称
  = aplay -l
  = aplay -L
  ! aplay x.wav
  ! aplay -l --process-id-file /home/pi/x
  ! arecord -d 5 /home/pi/x.wav
  ! aplay -lD plug:x /etc/passwd

common pactl
  from pulseaudio-utils 16.1 pactl(1)
  -f --format={text,json} | form of the output | 输出格式
pactl: info, stat, get-default-sink, get-default-source | shows sound | 查看声音服务
  = pactl info
  = pactl get-default-sink
  ! pactl exit
  ! pactl -s evil.example info
pactl: list | lists sound | 列出声音设备
  operands /short|sinks|sources|sink-inputs|source-outputs|cards|modules|clients|samples|message-handlers/*
  = pactl list sinks short
  = pactl list short sinks
  = pactl -f json list cards
  ! pactl load-module module-x
  ! pactl list -s evil.example
pactl: get-sink-volume, get-sink-mute, get-source-volume, get-source-mute | shows a volume | 查看音量
  operands /[\w@.:-]+/
  = pactl get-sink-volume @DEFAULT_SINK@
  = pactl get-sink-mute 0
  ! pactl set-sink-volume 0 50%
  ! pactl suspend-sink 0 1
pactl: subscribe | watches sound | 监视声音服务
  endless | never ends: use pactl list | 不会结束：请使用 pactl list
  = pactl subscribe
  = pactl -f json subscribe
  ! pactl upload-sample x

wpctl: status, get-volume, inspect | shows sound | 查看声音服务
  from wireplumber 0.4 wpctl
  -n --nick -k --name -r --referenced -a --associated
  operands /[\w@]+/?
  = wpctl status
  = wpctl get-volume @DEFAULT_AUDIO_SINK@
  ! wpctl set-volume 1 50%
  ! wpctl set-default 1

setserial | shows settings of serial ports | 查看串口设置
  from setserial 2.17 setserial(8); busybox 1.35 setserial
  -g !needed | of these ports | 指定串口
  -a | with details | 显示详细信息
  -b | short | 简短
  -G | as a command | 命令形式
  operands /\/dev\/tty\w+/+
  = setserial -g /dev/ttyUSB0
  = setserial -ga /dev/ttyS0 /dev/ttyS1
  ! setserial -g -z /dev/ttyS0
  ! setserial -g /dev/ttyS0 uart 16550A
  ! setserial -gW /dev/ttyS0
setserial | shows settings of a serial port | 查看串口设置
  -a | with details | 显示详细信息
  -b | short | 简短
  -G | as a command | 命令形式
  operands /\/dev\/tty\w+/
  = setserial /dev/ttyS0
  = setserial -a /dev/ttyUSB0
  ! setserial /dev/ttyS0 autoconfig
  ! setserial /dev/ttyS0 spd_vhi

fc-list | lists fonts | 列出字体
  from fontconfig 2.14 fc-list(1)
  operands {:lang=zh,:lang=zh-cn,:lang=ja,:lang=ko}?
  = fc-list
  = fc-list :lang=zh
  ! fc-list -f x
  ! fc-list /home/pi/x

lpstat | shows printers and jobs | 查看打印机与任务
  from cups 2.4 lpstat(1)
  -a -c -d -e -H -l -o -p -r -R -s -t -u -v -E
  -W={completed,not-completed,all} | these jobs | 指定任务
  operands /[\w.][\w.,-]*/*
  = lpstat -p
  = lpstat -t
  = lpstat -W completed -o
  ! lpstat -h evil.example
  ! lpstat -U root -p

lpinfo | lists printers that could be used | 列出可用打印机
  from cups 2.4 lpinfo(8)
  -v !needed | devices | 设备
  -m !needed | drivers | 驱动
  -l | with details | 显示详细信息
  --timeout=number
  = lpinfo -v
  = lpinfo -m
  ! lpinfo -h evil.example -v

lpq | shows jobs of printers | 查看打印队列
  from cups 2.4 lpq(1)
  -a | of all printers | 所有打印机
  -l | with details | 显示详细信息
  -P=/[\w.][\w.-]*/ | of this printer | 指定打印机
  = lpq
  = lpq -a
  ! lpq +5
  ! lpq -h evil.example

scanimage | lists scanners | 列出扫描仪
  from sane-utils 1.2 scanimage(1)
  -L --list-devices !needed | which there are | 列出
  = scanimage -L
  = scanimage --list-devices
  ! scanimage
  ! scanimage -L -o /home/pi/x
  ! scanimage -T

hddtemp | shows temperatures of drives | 查看硬盘温度
  from hddtemp 0.3 hddtemp(8)
  -n --numeric | number only | 仅数字
  -q --quiet | fewer notes | 减少提示
  -u --unit={c,f} | unit | 单位
  operands /\/dev\/[\w\/-]+/+
  = hddtemp /dev/sda
  = hddtemp -n /dev/sda /dev/sdb
  ! hddtemp -d /dev/sda
  ! hddtemp -nd /dev/sda
  ! hddtemp -w /dev/sda
  ! hddtemp -f /tmp/x /dev/sda

smartctl | shows the health of a drive | 查看硬盘健康状态
  from smartmontools 7.3 smartctl(8)
  -a --all | everything | 全部
  -x --xall | everything and more | 全部扩展信息
  -i --info | what it is | 设备信息
  -H --health | health | 健康状态
  -A --attributes | attributes | 属性
  -c --capabilities | what it can do | 能力
  -l --log={error,xerror,selftest,xselftest,selective,directory,background,scterc,scttemp,scttempsts,scttemphist,sataphy,sasphy,devstat,defects,ssd,gplog,smartlog} | this log | 指定日志
  -g --get={all,aam,apm,dsn,lookahead,rcache,security,wcache,wcreorder} | this setting | 读取设置
  -d --device=/[a-z][\w+,:\/]*/ | kind of device | 设备类型
  -n --nocheck=/(?:never|sleep|standby|idle)(?:,\d+){0,2}/ | not if it sleeps | 休眠时不检查
  -q --quietmode={errorsonly,silent,noserial} | less | 减少输出
  -T --tolerance={normal,conservative,permissive,verypermissive} | how strict | 容错程度
  -f --format=/(?:old|brief|hex)(?:,(?:id|val))?/ | form of attributes | 属性格式
  -j --json[=/[cgiosuvy]+/] | as JSON | JSON 输出
  operands /\/dev\/[\w\/.:-]+/
  = smartctl -a /dev/sda
  = smartctl -H /dev/sda
  = smartctl -i -H /dev/nvme0
  = smartctl -A -d sat /dev/sdb
  = smartctl -l error -l selftest /dev/sda
  = smartctl -x -j /dev/nvme0n1
  ! smartctl -l scterc,70,70 /dev/sda
  ! smartctl -l scttempint,5,p /dev/sda
  ! smartctl -t short /dev/sda
  ! smartctl -s off /dev/sda
  ! smartctl -X /dev/sda
  ! smartctl -as off /dev/sda
  ! smartctl -l sataphy,reset /dev/sda
  ! smartctl -B /tmp/x -a /dev/sda
  ! smartctl --set=wcache,off /dev/sda
  ! smartctl -o on /dev/sda
smartctl | lists drives | 列出硬盘
  --scan !needed | which there are | 列出
  --scan-open !needed | which there are | 列出
  -d --device=/[a-z][\w+,:\/]*/ | kind of device | 设备类型
  -j --json[=/[cgiosuvy]+/] | as JSON | JSON 输出
  = smartctl --scan
  = smartctl --scan -j
  ! smartctl --scan -s on /dev/sda

# Most letters of hdparm set when a number follows; only those that never do stand here.
hdparm | shows a drive | 查看硬盘信息
  from hdparm 9.65 hdparm(8)
  -I | what it says of itself | 设备自述信息
  -i | what the kernel knows | 内核信息
  -g | geometry | 几何参数
  -C | whether it sleeps | 电源状态
  -H | temperature | 温度
  operands /\/dev\/[\w\/-]+/+
  = hdparm -I /dev/sda
  = hdparm -i /dev/sda
  = hdparm -C /dev/sda /dev/sdb
  ! hdparm -y /dev/sda
  ! hdparm -IY /dev/sda
  ! hdparm -W0 /dev/sda
  ! hdparm -S 1 /dev/sda
  ! hdparm --security-erase x /dev/sda
  ! hdparm --write-sector 1 /dev/sda
  ! hdparm -B 1 /dev/sda
  ! hdparm --Istdin
  ! hdparm -r1 /dev/sda

nvme: list, list-subsys, version | lists NVMe drives | 列出 NVMe 硬盘
  from nvme-cli 2.4 nvme(1)
  -v --verbose | with details | 显示详细信息
  -o --output-format={normal,json} | form of the output | 输出格式
  = nvme list
  = nvme list -o json
  ! nvme format /dev/nvme0
  ! nvme list --output-file=x
nvme: smart-log, id-ctrl, id-ns, list-ns, list-ctrl, error-log, fw-log, self-test-log, effects-log, sanitize-log, show-regs, endurance-log | shows an NVMe drive | 查看 NVMe 硬盘
  -o --output-format={normal,json} | form of the output | 输出格式
  -n --namespace-id=/\d+|0x[\da-f]+/ | this namespace | 指定命名空间
  -e --log-entries=number | this many entries | 条数
  -H --human-readable | for people | 易读输出
  operands /\/dev\/nvme\w+/
  = nvme smart-log /dev/nvme0
  = nvme id-ctrl -H /dev/nvme0
  = nvme error-log -e 5 /dev/nvme0n1
  ! nvme reset /dev/nvme0
  ! nvme sanitize /dev/nvme0
  ! nvme fw-commit /dev/nvme0
  ! nvme set-feature -f 1 /dev/nvme0
  ! nvme delete-ns /dev/nvme0
  ! nvme admin-passthru /dev/nvme0
  ! nvme device-self-test -s 1 /dev/nvme0

uhubctl | shows power of USB ports | 查看 USB 端口供电
  from uhubctl 2.5 uhubctl(8)
  -l --location=/[\d.-]+/ | this hub | 指定集线器
  -p --ports=/[\d,-]+/ | these ports | 指定端口
  = uhubctl
  = uhubctl -l 1-1
  ! uhubctl -l 1-1 -a off
  ! uhubctl -a cycle
  ! uhubctl -la off

apcaccess | shows an uninterruptible power supply | 查看不间断电源
  from apcupsd 3.14 apcaccess(8)
  -u | without units | 不显示单位
  -p=/[A-Z]+/ | this value | 指定值
  operands {status}?
  = apcaccess
  = apcaccess status
  = apcaccess -u -p BCHARGE
  ! apcaccess -h evil.example
  ! apcaccess -f /tmp/x

upsc | shows an uninterruptible power supply | 查看不间断电源
  from nut 2.8 upsc(8)
  network
  -l -L -c | lists | 列出
  operands /[\w-]+(?:@[\w.:-]+)?/? /[a-z][\w.]*/?
  = upsc ups@localhost
  = upsc -l
  = upsc ups battery.charge
  ! upsc --exec
`
