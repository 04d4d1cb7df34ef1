/** Every sample of the manual's tables (1.4), in their order; `presets.<key>` in the words has its meaning. */
export const PRESETS = [
  { key: 'daily1015', expression: '0 15 10 ? * *' },
  { key: 'daily1015', expression: '0 15 10 * * ?' },
  { key: 'daily1015', expression: '0 15 10 * * ? *' },
  { key: 'dailyNoon', expression: '0 0 12 * * ?' },
  { key: 'thriceDaily', expression: '0 0 10,14,16 * * ?' },
  { key: 'halfHourly', expression: '0 0/30 9-17 * * ?' },
  { key: 'minutely14', expression: '0 * 14 * * ?' },
  { key: 'minutely1405', expression: '0 0-5 14 * * ?' },
  { key: 'fiveMinutely14', expression: '0 0/5 14 * * ?' },
  { key: 'fiveMinutely1418', expression: '0 0/5 14,18 * * ?' },
  { key: 'wednesdays', expression: '0 0 12 ? * WED' },
  { key: 'workdays', expression: '0 15 10 ? * MON-FRI' },
  { key: 'firstOfMonth', expression: '0 0 2 1 * ? *' },
  { key: 'monthly15', expression: '0 15 10 15 * ?' },
  { key: 'lastOfMonth', expression: '0 15 10 L * ?' },
  { key: 'lastFriday', expression: '0 15 10 ? * 6L' },
  { key: 'thirdFriday', expression: '0 15 10 ? * 6#3' },
  { key: 'marchWednesdays', expression: '0 10,44 14 ? 3 WED' },
  { key: 'lastFridays2005', expression: '0 15 10 ? * 6L 2002-2005' },
  { key: 'daily2005', expression: '0 15 10 * * ? 2005' },
  { key: 'lastFridays2006', expression: '0 15 10 ? * 6L 2002-2006' },
] as const;

export type PresetKey = (typeof PRESETS)[number]['key'];
