import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '@/i18n/locales/en/domain.json';
import zhHans from '@/i18n/locales/zh-Hans/domain.json';
import zhHant from '@/i18n/locales/zh-Hant/domain.json';
import { AGENT_STATES } from './agent';
import { draftProblems } from './command-draft';
import { COMMAND_TYPES } from './command-type';
import { INELIGIBILITIES } from './eligibility';
import { HEALTH_STATUSES } from './health';
import { OUTCOMES, RECORD_STATUSES } from './invocation-status';
import { LIMITS } from './limits';
import { draftProblemText, runProblemText } from './problem-texts';
import { isKnownRecordError, RECORD_ERROR_CODES } from './record-errors';
import { RUN_PROBLEM_KINDS } from './run-parameters';

const LANGUAGES = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
const NEW_AND_OLD = [...RECORD_STATUSES, 'Finished', 'PartialFailed'];

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').toSorted();
}

describe.each(Object.entries(LANGUAGES))('the words in %s', (language, words) => {
  it('J2: name every value of every vocabulary', () => {
    expect(Object.keys(words.commandType)).toEqual([...COMMAND_TYPES]);
    expect(Object.keys(words.outcome).toSorted()).toEqual([...OUTCOMES].toSorted());
    expect(Object.keys(words.outcomeCount).toSorted()).toEqual([...OUTCOMES].toSorted());
    expect(Object.keys(words.recordStatus).toSorted()).toEqual(NEW_AND_OLD.toSorted());
    expect(Object.keys(words.health)).toEqual([...HEALTH_STATUSES]);
    expect(Object.keys(words.ineligibility).toSorted()).toEqual([...INELIGIBILITIES].toSorted());
    expect(Object.keys(words.agentState)).toEqual([...AGENT_STATES]);
    expect(Object.keys(words.runProblem).toSorted()).toEqual([...RUN_PROBLEM_KINDS].toSorted());
  });

  it('C4: have advice for every error code of a record', () => {
    expect(Object.keys(words.recordError)).toEqual([...RECORD_ERROR_CODES]);
  });

  it('J2: have the same keys and placeholders as English', () => {
    const shape = (source: unknown) => leaves(source).map(([path, text]) => [path, placeholders(text)]);
    expect(shape(words)).toEqual(shape(en));
    expect(leaves(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('A3: have a sentence for everything that can be wrong with a draft or a run', async () => {
    const i18n = createInstance();
    await i18n.init({
      lng: language,
      resources: { [language]: { domain: words } },
      ns: ['domain'],
      defaultNS: 'domain',
      interpolation: { escapeValue: false },
    });
    const translate = i18n.getFixedT(language, 'domain') as (key: string, values: object) => string;
    const type = 'RunShellScript';
    const long = 'x'.repeat(600);
    const manyNames = Array.from({ length: 21 }, (_, i) => `{{p${i}}}`).join('');
    const badNames = `{{}}{{a b}}{{${'n'.repeat(65)}}}{{ACS::X}}`;
    const content = manyNames + badNames + 'x'.repeat(20_000);
    const base = { type, enableParameter: true } as const;
    const found = [
      { ...base, name: '', description: long, content: '', workingDir: long, timeout: '' },
      { ...base, name: long, description: '\u0000', content, workingDir: '\u0000', timeout: '0' },
      { ...base, name: '\u0000', description: '', content, workingDir: '', timeout: '1.5' },
      { ...base, name: 'n', description: '', content: 'x', workingDir: '', timeout: '999999' },
    ].flatMap((draft) => draftProblems(draft, LIMITS.manual));
    const texts = [
      ...found.map(draftProblemText),
      ...RUN_PROBLEM_KINDS.map((kind) =>
        runProblemText({ field: 'parameters', kind, name: 'who', limit: 1 }),
      ),
    ];
    const sentences = texts.map(({ key, values }) => ({ key, sentence: translate(key, values) }));
    const expectedKeys = leaves({
      draftProblem: words.draftProblem,
      parameterProblem: words.parameterProblem,
    });
    expect(new Set(texts.map(({ key }) => `.${key}`))).toEqual(
      new Set([
        ...expectedKeys.map(([path]) => path),
        ...RUN_PROBLEM_KINDS.map((kind) => `.runProblem.${kind}`),
      ]),
    );
    for (const { key, sentence } of sentences) {
      expect(sentence).not.toBe(key);
      expect(sentence).not.toMatch(/\{\{|\}\}|NaN|undefined/);
    }
    expect(translate('draftProblem.timeout.tooLarge', { limit: 86_400 })).toContain('86,400');
  });
});

describe("the manual's words", () => {
  it('H1: the labels and descriptions of its health table (4.2)', () => {
    expect(Object.values(zhHant.health).map(({ label, description }) => `${label} ${description}`)).toEqual([
      '無異常 已通過健康情況檢查',
      '服務受損 執行個體效能受損',
      '健康預警 執行個體效能可能因維護或技術問題而降低',
      '系統維護 執行個體處於維護中',
      '初始化中 正在初始化執行個體',
      '資料不足 由於資料不足，無法確定健康情況',
      '無狀態 執行個體健康情況不適用',
    ]);
  });

  it('C2: the states of its tables 1-3 and 1-6', () => {
    const { Finished, Failed, Stopped, Running, PartialFailed } = zhHant.recordStatus;
    expect([Finished, Failed, Stopped, Running, PartialFailed]).toEqual([
      '執行完成',
      '執行失敗',
      '停止',
      '執行中',
      '部分失敗',
    ]);
  });

  it('C8: finished, succeeded and a non-zero exit never share a word', () => {
    for (const words of Object.values(LANGUAGES)) {
      const { finished, succeeded, nonzero, failed } = words.outcome;
      expect(new Set([finished, succeeded, nonzero, failed]).size).toBe(4);
    }
  });

  it('C4: a code of tomorrow has no advice', () => {
    expect(isKnownRecordError('ExitCodeNonzero')).toBe(true);
    expect(isKnownRecordError('SomethingNew')).toBe(false);
    expect(isKnownRecordError('')).toBe(false);
  });
});
