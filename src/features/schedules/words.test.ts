import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage } from '@/i18n/i18n';
import { type Language, LANGUAGES } from '@/i18n/languages';
import { createScheduleWords, type ScheduleWords } from './words';

const LOCALES: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' };
const words = {} as Record<Language, ScheduleWords>;

beforeAll(async () => {
  for (const language of LANGUAGES) {
    await changeLanguage(language);
    const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
    const t = i18next.getFixedT(language, 'schedules');
    words[language] = createScheduleWords(t, LOCALES[language], (items) => list.format(items));
  }
  await changeLanguage('en');
});

/** Expression, English, traditional Chinese; the manual's samples come first. */
const SENTENCES: readonly [expression: string, english: string, chinese: string][] = [
  ['0 15 10 ? * *', 'At 10:15 UTC, every day', '每天 10:15（UTC）'],
  ['0 0 10,14,16 * * ?', 'At 10:00, 14:00 and 16:00 UTC, every day', '每天 10:00、14:00 和 16:00（UTC）'],
  [
    '0 0/30 9-17 * * ?',
    'Every 30 minutes from 09:00 to 17:30 UTC, every day',
    '每天 09:00 到 17:30 每隔 30 分鐘（UTC）',
  ],
  [
    '0 * 14 * * ?',
    'Every minute from 14:00 to 14:59 UTC, every day',
    '每天 14:00 到 14:59 每隔 1 分鐘（UTC）',
  ],
  [
    '0 0-5 14 * * ?',
    'Every minute from 14:00 to 14:05 UTC, every day',
    '每天 14:00 到 14:05 每隔 1 分鐘（UTC）',
  ],
  [
    '0 0/5 14,18 * * ?',
    'Every 5 minutes from 14:00 to 14:55 and from 18:00 to 18:55 UTC, every day',
    '每天 14:00 到 14:55 和 18:00 到 18:55 每隔 5 分鐘（UTC）',
  ],
  ['0 0 12 ? * WED', 'At 12:00 UTC, every Wednesday', '每星期三 12:00（UTC）'],
  ['0 15 10 ? * MON-FRI', 'At 10:15 UTC, Monday to Friday', '每星期一到星期五 10:15（UTC）'],
  ['0 0 2 1 * ? *', 'At 02:00 UTC, on day 1 of every month', '每月 1 日 02:00（UTC）'],
  ['0 15 10 L * ?', 'At 10:15 UTC, on the last day of every month', '每月最後一日 10:15（UTC）'],
  ['0 15 10 ? * 6#3', 'At 10:15 UTC, on the third Friday of every month', '每月第三個星期五 10:15（UTC）'],
  [
    '0 10,44 14 ? 3 WED',
    'At 14:10 and 14:44 UTC, every Wednesday in March',
    '3 月的每星期三 14:10 和 14:44（UTC）',
  ],
  [
    '0 15 10 ? * 6L 2002-2005',
    'At 10:15 UTC, on the last Friday of every month, in 2002–2005',
    '2002–2005 年，每月最後一個星期五 10:15（UTC）',
  ],
  ['0 15 10 * * ? 2005', 'At 10:15 UTC, every day, in 2005', '2005 年，每天 10:15（UTC）'],
  ['*/10 * * * * ?', 'Every 10 seconds', '每隔 10 秒'],
  ['5,25,45 * * * * ?', 'Every 20 seconds, from second 5 of the minute', '從每分鐘第 5 秒起每隔 20 秒'],
  ['0,50 59 23 * * ?', 'At 23:59:00 and 23:59:50 UTC, every day', '每天 23:59:00 和 23:59:50（UTC）'],
  [
    '15 */7 * * * ?',
    'Every 7 minutes from minute 0 to 56 of the hour, at second 15',
    '每小時第 0 分到第 56 分每隔 7 分鐘，在第 15 秒',
  ],
  [
    '0 0/15 22-2 * * ?',
    'Every 15 minutes from 22:00 to 02:45 UTC, every day',
    '每天 22:00 到 02:45 每隔 15 分鐘（UTC）',
  ],
  [
    '0 30 */2 * * ?',
    'Every 2 hours from 00:30 to 22:30 UTC, every day',
    '每天 00:30 到 22:30 每隔 2 小時（UTC）',
  ],
  ['0 0/5 * ? * MON-FRI', 'Every 5 minutes (UTC), Monday to Friday', '每星期一到星期五每隔 5 分鐘（UTC）'],
  [
    '0 0 0 28-3 * ?',
    'At 00:00 UTC, on days 1–3 and 28–31 of every month',
    '每月 1–3 和 28–31 日 00:00（UTC）',
  ],
  [
    '0 0 0 L-3 * ?',
    'At 00:00 UTC, 3 days before the last day of every month',
    '每月最後一日的前 3 天 00:00（UTC）',
  ],
  [
    '0 0 18 LW * ?',
    'At 18:00 UTC, on the last working day (Mon–Fri) of every month',
    '每月最後一個工作日（星期一到星期五）18:00（UTC）',
  ],
  [
    '0 0 9 15W * ?',
    'At 09:00 UTC, on the working day (Mon–Fri) nearest to day 15 of every month',
    '最接近每月 15 日的工作日（星期一到星期五）09:00（UTC）',
  ],
  ['0 0 8 ? * 1', 'At 08:00 UTC, every Sunday', '每星期日 08:00（UTC）'],
  ['0 0 8 ? * L', 'At 08:00 UTC, every Saturday', '每星期六 08:00（UTC）'],
  [
    '0 0 8 ? * 1-7/3',
    'At 08:00 UTC, Wednesday, Saturday and Sunday',
    '每星期三、星期六和星期日 08:00（UTC）',
  ],
  [
    '0 0 12 1 1 ? */4',
    'At 12:00 UTC, on day 1 of January, every 4 years from 1970 to 2098',
    '1970 到 2098 年每隔 4 年，1 月 1 日 12:00（UTC）',
  ],
  ['0 0 2 * * ? Asia/Shanghai', 'At 02:00 Asia/Shanghai, every day', '每天 02:00（Asia/Shanghai）'],
  ['rate(5m)', 'Every 5 minutes', '每隔 5 分鐘'],
  ['rate(2h)', 'Every 2 hours', '每隔 2 小時'],
  ['not a schedule', 'not a schedule', 'not a schedule'],
];

it.each(SENTENCES)('D3: %s is “%s”', (expression, english) => {
  expect(words.en.ofText(expression)).toBe(english);
});

it.each(SENTENCES)('D3: %s in traditional Chinese (%s)', (expression, _english, chinese) => {
  expect(words['zh-Hant'].ofText(expression)).toBe(chinese);
});

describe('simplified Chinese', () => {
  it.each([
    ['0 15 10 ? * MON-FRI', '每星期一到星期五 10:15（UTC）'],
    ['0 0/30 9-17 * * ?', '每天 09:00 到 17:30 每隔 30 分钟（UTC）'],
    ['0 15 10 ? * 6L 2002-2005', '2002–2005 年，每月最后一个星期五 10:15（UTC）'],
    ['at(2026-12-01 02:00:00 Asia/Shanghai)', '只执行一次，2026 年 11 月 30 日 18:00:00（UTC）'],
  ])('D3: %s is %s', (expression, sentence) => {
    expect(words['zh-Hans'].ofText(expression)).toBe(sentence);
  });
});
