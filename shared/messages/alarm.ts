import type { AlarmState, MissingData } from '../domain/alarm.ts'
import { catalogue } from './catalogue.ts'

interface AlarmTexts {
  readonly states: Readonly<Record<AlarmState, string>>
  readonly missingData: Readonly<Record<MissingData, string>>
  /** The sentence that stands beside every replay. */
  readonly replayNote: string
  readonly startNote: string
}

/** Words of alarms, for the window and the command line. */
export const alarmTexts = catalogue<AlarmTexts>({
  en: {
    states: { OK: 'OK', ALARM: 'ALARM', INSUFFICIENT_DATA: 'Insufficient data' },
    missingData: {
      missing: 'missing',
      notBreaching: 'not breaching',
      breaching: 'breaching',
      ignore: 'ignore',
    },
    replayNote:
      'This is a replay over event times: it shows what would have matched, not what did alarm. CloudWatch counts by arrival, some minutes later, and each log group by itself; it may also look back further, so a real alarm can differ.',
    startNote:
      'Real metric filters count only what arrives after they are made, and over the records of all services; this replay sees the sign-in records of this case.',
  },
  ja: {
    states: { OK: 'OK', ALARM: 'ALARM', INSUFFICIENT_DATA: 'データ不足' },
    missingData: {
      missing: '欠落として扱う',
      notBreaching: '正常とみなす',
      breaching: '異常とみなす',
      ignore: '状態を維持',
    },
    replayNote:
      'これはイベント時刻による再現です。一致したはずのものを示し、実際にアラームが出たことを示すものではありません。CloudWatch は数分遅れの到着時刻で、ロググループごとに数え、さらに前の期間も見ることがあるため、実際のアラームとは異なる場合があります。',
    startNote:
      '実際のメトリクスフィルターは、作成後に到着した、全サービスの記録を数えます。この再現の対象は、この案件のサインイン記録です。',
  },
})
