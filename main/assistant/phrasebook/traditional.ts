/** Traditional characters of the lexicon with their simplified forms, in pairs. */
const PAIRS = [
  '記记憶忆體体網网絡络檔档資资夾夹錄录錶表統统溫温處处執执開开關关機机啟启動动務务狀状態态詢询顯显時时',
  '間间區区設设樹树裝装備备線线帳帐號号紀纪誌志級级攝摄鏡镜頭头無无訊讯閘闸環环變变數数電电腦脑臺台這这',
  '請请幫帮個个裡里裏里麼么嗎吗沒没還还餘余佔占負负載载幾几點点誰谁過过來来進进對对檢检測测連连錯错誤误',
  '總总結结殺杀閉闭從从將将寫写創创內内長长後后單单項项應应實实際际軟软韌韧當当現现為为與与於于頻频壓压',
  '腳脚針针碼码據据種种類类樣样兩两條条歷历讀读給给讓让會会說说話话熱热燙烫聽听監监計计劃划運运轉转異异',
  '場场圖图試试驗验遠远選选擇择鐘钟鍾钟週周擷撷夠够滿满傳传輸输帶带寬宽儲储詳详細细覽览況况終终斷断戶户',
  '啓启確确認认標标題题錢钱買买賣卖門门燈灯詩诗樂乐聞闻譯译價价郵邮議议視视劇剧氣气詞词讚赞師师華华義义',
  '釋释別别學学習习語语東东倫伦紐纽約约瀏浏韓韩國国廣广灣湾龍龙聯联繫系係系歲岁優优盤盘閒闲佇伫滯滞復复',
  '複复製制貼贴刪删換换鎖锁驅驱嚴严緊紧該该麥麦剛刚纔才緩缓顆颗彈弹繼继續续發发報报較较靜静戲戏麵面憑凭',
  '證证書书鑰钥權权組组織织員员導导歡欢謝谢貓猫調调節节壞坏檯台櫃柜塊块邊边倆俩濕湿溼湿掛挂藍蓝虛虚擬拟煩烦庫库張张筆笔響响離离並并術术員员',
].join('')

const TABLE: ReadonlyMap<string, string> = (() => {
  const table = new Map<string, string>()
  const characters = [...PAIRS]
  for (let index = 0; index + 1 < characters.length; index += 2) {
    table.set(characters[index] ?? '', characters[index + 1] ?? '')
  }
  return table
})()

/** The simplified form of one character; others are returned as they are. */
export function toSimplified(character: string): string {
  return TABLE.get(character) ?? character
}
