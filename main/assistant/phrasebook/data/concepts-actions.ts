import type { ConceptEntry } from '../entry-types.ts'

/** Words that change something, and words that no device task contains; either rules a reading intent out. */
export const ACTION_CONCEPTS: readonly ConceptEntry[] = [
  [
    'restart',
    'action',
    'restart|restarting|bounce|restart it|re-start|restarted|restart again|re-launch|relaunch|cycle',
    '重启|重新启动|重开|重起|重新开启|重启下|重启一下|重新启动一下|重新跑|重新拉起|再启动|重新运行|重启动|重载',
  ],
  [
    'reboot',
    'action',
    'reboot|rebooting|reboot it|power cycle|power-cycle|warm boot|re-boot|restart the whole',
    '重新开机|重开机|重启机器|重启动机器',
  ],
  [
    'start',
    'action',
    'start|launch|starting|start up|fire up|bring up|spin up|turn on|started|kick off|switch on|power up',
    '启动|开启|启用|拉起|跑起来|启动一下|启动下|运行起来|开启一下|打开服务|起一下|开一下|跑一下|唤起|开起来|打开一下',
  ],
  [
    'stop',
    'action',
    'stop|stopping|halt|bring down|turn off|stopped|take down|switch off|cease|deactivate|quit',
    '停止|停掉|停|关闭|关掉|停用|停下|停一下|关停|停下来|停止运行|关了|关|中断|停住|关下|下线|结束运行|终止运行',
  ],
  [
    'shutdown',
    'action',
    'shut down|shutdown|power off|poweroff|shutting down|power down|switch the device off|powered off|shut off|shut-down|power-off|turn the power off',
    '关机|关闭电源|断电|关电源|下电|关下机|关个机|关机下电|断开电源',
  ],
  [
    'kill',
    'action',
    'kill|kill off|terminate|end|force quit|killing|killall|pkill|stop running|put down|abort the',
    '杀|杀掉|杀死|结束|结束掉|终止|终止掉|干掉|强制结束|强杀|kill掉|杀一下|中止|kill|关闭进程|结束掉它|停掉进程|中断',
  ],
  [
    'update',
    'action',
    'update|upgrade|patch|bring up to date|updating|apt upgrade|apt-get upgrade|update and upgrade|upgrade all|update all|software upgrade|full upgrade|dist upgrade|refresh all|install updates|install all updates|apply updates|apply all updates|install the updates|install available updates',
    '更新|升级|更新一下|升级一下|更新到最新|更新并升级|升级到最新|更新升级|做更新|打补丁|做一次更新|全部更新|全部升级|整体升级|安装更新|安装所有更新|装更新|安装全部更新',
  ],
  [
    'set',
    'action',
    'set|change|configure|switch|adjust|modify|alter|make it|setting|set up|set it|move to|put it in',
    '设置|设为|设成|改为|改成|修改|调整|设定|设置为|修改为|切换|切换到|改|调成|更改|更改为|设定为|设置成|修改成|改到|切到|调整为|换成|调到|配置成|变更|切换为|设|配置为|配置|配成|设置一下|设定成|修改到|调整到',
  ],
  [
    'create',
    'action',
    'create|make|create a new|make a new|new|creating|make me|add|make a|set up a|build a|create an|create the',
    '创建|新建|建立|建|新增|创建一个|新建一个|建一个|建个|创建个|新建个|弄一个|添加|加一个|增加|创建新|新增一个|建一下|新建一下|弄个|开一个|来一个',
  ],
  ['mkdir', 'action', 'mkdir|md', 'mkdir'],
  ['connect', 'action', 'connect to|connect', '连接到'],
  [
    'write',
    'action',
    'write|save|put|store|append|record|writing|log the|output to|dump|write down|note|print into|log',
    '写|写入|写到|写进|保存|保存到|存|存到|存入|记录到|输出到|写下|记到|写入到|存进|追加到|追加|记下|写个|写一下|保存进|存储到|记录在|写在|保存在|导出到',
  ],
  [
    'delete',
    'action',
    'delete|remove|erase|clear|clean|clean up|wipe|purge|rm|empty|drop|get rid of|deleting|uninstall|free up|trim|prune|destroy|nuke',
    '删除|删|删掉|清空|清理|清除|移除|卸载|清掉|抹掉|释放|擦除|销毁|清理一下|去掉',
  ],
  ['install', 'action', 'install|reinstall|apt install|set up a new|deploy', '安装|装一下|重装|部署|装个|装上|装'],
  [
    'transfer',
    'action',
    'copy|move|rename|cp|mv|transfer|upload|send|backup|back up|restore|sync|clone|push|pull|download|wget|curl|import|export|compress|zip|unzip|archive|extract|convert|encrypt|decrypt|flash|burn|forward|share|post|publish|subscribe',
    '复制|拷贝|移动|重命名|改名|上传|发送|备份|恢复|克隆|下载|导入|导出|压缩|解压|打包|转换|加密|解密|烧录|刷机|发给|发到|传到|转发|分享|发布|订阅|同步到|推送',
  ],
  [
    'edit',
    'action',
    'edit|replace|fix|repair|format|mount|unmount|umount|enable|disable|mask|block|allow|deny|unblock|reset|disconnect|join|execute|exec|run|compile|build|debug|tune|optimise|optimize|speed up|slow down|overclock|toggle|blink|pull high|drive|grant|revoke|chmod|chown|lock|unlock|scan|hack|attack|crack|attach|detach|eject|register|schedule a|rotate|improve|assign|activate|deactivate|close|break|reload|ban|rebuild|resize|expand|migrate|roll back|rollback|reduce|increase|lower|raise|prevent from|play|sleep|suspend|hibernate|freeze|limit|manage|control',
    '编辑|替换|修复|修理|修好|修|格式化|取消挂载|卸下|禁用|屏蔽|阻止|拦截|允许|放行|重置|复位|断开|加入|执行|运行脚本|编译|调试|优化|加速|超频|翻转|点亮|闪烁|拉高|拉低|授权|赋权|锁定|解锁|扫描|攻击|破解|弹出|注册|激活|重载|扩容|迁移|回滚|提高|降低|增大|减小|播放|休眠|睡眠|挂起|限制|控制|接管|入侵|开机自启|自启|设为开机启动|改善|解决|处理|处理一下|搞定|清洗|打扫|安排',
  ],
  ['turn', 'action', 'turn|switch on|light up', '开灯|关灯'],
  [
    'find',
    'ask',
    'find|locate|find me|look for|where can i find|hunt for|find all|located|find out where|where|whereabouts|track down|search for',
    '查找|找|找出|找到|寻找|找一下|找找|定位|找下|在哪|在哪里|在哪儿|查找一下|搜寻|找一找|翻一下|存放在哪|放在哪|放在哪里|存在哪|在哪个目录下|找寻|搜下|哪里有|哪儿有|在什么地方|在哪个目录|在哪个文件夹|在哪个路径|哪个目录里有',
  ],
  [
    'search',
    'ask',
    'search|grep|search through|grep for|grep through|search inside|look inside|scan for',
    '搜索|搜|搜一下|搜下|检索|grep|搜索一下|搜查|搜寻一下|搜出|搜关键字|全文搜索|查关键字',
  ],
  [
    'contain',
    'modifier',
    'contain|contains|containing|mention|mentions|mentioning|word|string|pattern|keyword|occurrences|occurrences of|includes|including|matching|phrase',
    '包含|含有|包含了|关键字|关键词|字符串|字样|出现|含|提到|有关键字|匹配|带有',
  ],
  ['extension', 'modifier', 'extension|ending in|ending with|ends with|suffix', '后缀|扩展名|结尾的|后缀名|后缀为'],
  ['need', 'modifier', 'needed|necessary|required|require', '必要|有必要'],
  [
    'after',
    'outside',
    'and then|after that|afterwards|then delete|when it|every day|every hour|tomorrow|tonight|automatically|unless|until|once it|every night|at midnight|every minute|each day|every morning|next week|later',
    '然后|之后再|如果|假如|要是|每天|每小时|明天|今晚|自动|直到|除非|晚上|定期|每周|凌晨|下周|等会|稍后|一旦|每分钟|每隔',
  ],
  [
    'outside',
    'outside',
    'weather|rain|forecast|joke|jokes|poem|story|song|music|news|translate|translation|price|cost|buy|sell|order|email|e-mail|mail|message to|meeting|calendar|recipe|movie|film|stock|stocks|love|meaning|mean|means|explain|explanation|define|definition|difference|difference between|tutorial|learn|teach|script|code|program in|function|essay|article|write a|who are you|what can you do|how are you|your|yourself|hello|hi|good morning|capital|president|population|football|game|games|homework|math|calculate|sum of|plus|convert to|password|passwords|passwd|light|lights|lamp|door|room|indoor|outdoor|outside|kitchen|bedroom|office|humidity|air conditioner|fan|motor|relay|led|sensor|battery|coffee|dinner|lunch|pizza|restaurant|flight|hotel|ticket|city|country|person|philosophy|history of|advice|recommend|recommendation|suggest|opinion|best way|how to|how do i|how do you|how can i|how would|why does|why is|why are|why do|why did|why was|example|documentation|manual|company|customer|invoice|birthday|age|dream|dreams|brain|human|body temperature|fever|oven|water|sun|moon|mars|earth|world|universe|war|theory|date night|girlfriend|boyfriend|date with|movie time|bus|train|car|traffic jam|road|street|home address|email address|postal|photo|picture|image|video|selfie|firewall|root password|ssh key|certificate|vpn|website|web page|database|table|sql|query language|git|repository|commit|branch|in javascript|in python|regex|algorithm|loop|variable in|novel|chapter|lyrics|celsius to|fahrenheit|used to be|childhood|mouth|stomach|bank account|contacts|neighbourhood|time travel|time management|time complexity|process of|log cabin|port of|harbour|harbor|wine|kernel trick|memory lane|memory foam|memory card game|disk jockey|service charge|room service|pi day|digits of pi|value of pi|apple pie|bake|pie|alarm|volume|stand for|stands for|case|worrying|worry|career|conversation|radio|tv|boss|humour|song about|meaning of life|dog|cat|sky|invented|exchange rate|currency|brightness|screen|wallpaper|mouse|keyboard|printer|faster|better|best|brand',
    '天气|下雨|笑话|诗|一首|故事|歌|音乐|新闻|翻译|价格|多少钱|买|卖|订|邮件|邮箱|会议|日历|菜谱|电影|股票|爱|什么意思|意思|解释|定义|区别|教程|教我|学习|脚本|代码|函数|文章|作文|你是谁|你会什么|你能做什么|你好|早上好|首都|总统|人口|足球|游戏|作业|数学|计算|加|等于|密码|口令|灯|门|房间|室内|室外|户外|屋里|厨房|卧室|办公室|湿度|空调|风扇|电机|马达|继电器|传感器|电池|电量|咖啡|晚饭|午饭|披萨|餐厅|机票|酒店|票|城市|国家|哲学|建议|推荐|怎么办|怎么写|怎么做|怎么学|怎么用|如何写|如何做|如何学|如何使用|为什么会|原理|举例|示例|手册|公司|客户|发票|生日|年龄|梦|大脑|人类|发烧|烤箱|水|太阳|月亮|火星|地球|世界|宇宙|战争|理论|约会|女朋友|男朋友|公交|火车|汽车|堵车|照片|图片|视频|自拍|拍照|拍张|拍一张|防火墙|密钥|证书|网站|网页|数据库|表格|仓库|小说|歌词|童年|银行|心情|聊天|聊聊|唱|跳舞|讲个|写一篇|写一个|写个|帮我写|写首|作一|快递|外卖|吃饭|吃什么|喝|身高|体重|怎么煮|怎么修|怎么装|怎么配置|怎么设置|如何配置|如何设置|如何安装|怎么安装|如何优化|怎么优化|北京|历史上|古代|什么是|好用吗|哪个好|多少岁|服务员|服务态度|客服|服务区|记忆力|进程管理是|港口|机场|人生|意义|编程|发动机|室温|体温计|水温|气温|你叫|你是|你会|你能做|你觉得|如何给|怎么给|怎样给|如何把|怎么把|如何在|怎么在|如何让|怎么让|闹钟|音量|你叫什么名字|你叫什么|你叫啥|汇率|亮度|屏幕|壁纸|鼠标|键盘|打印机|发明|小狗|天是蓝|消息给|短信|电话|微信|哪个牌子|牌子|性价比|哪家|哪款|旋转|老板',
  ],
]
