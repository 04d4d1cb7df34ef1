import { describe, expect, it } from 'vitest';
import { matchLanguage } from './languages';

describe('matchLanguage', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['fr-FR', 'zh-TW'], 'zh-Hant'],
    [['en-GB', 'zh-TW'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('J2: %j reads %s', (wanted, expected) => {
    expect(matchLanguage(wanted)).toBe(expected);
  });
});
