import { beforeEach, describe, expect, it } from 'vitest';
import { forgetScripts, recentScripts, rememberScript } from './recent-scripts';
import { EMPTY_SCRIPT } from './script-draft';

const script = (content: string) => ({ ...EMPTY_SCRIPT, content });
const kept = () => recentScripts().map((recent) => recent.script.content);

describe('recent scripts', () => {
  beforeEach(() => sessionStorage.clear());

  it('B7: keeps the last ten, newest first, each once', () => {
    for (let number = 1; number <= 12; number++) rememberScript(script(`echo ${number}`), number);
    rememberScript(script('echo 5'), 99);
    expect(kept()).toEqual(['5', '12', '11', '10', '9', '8', '7', '6', '4', '3'].map((n) => `echo ${n}`));
    expect(recentScripts()[0]?.at).toBe(99);
  });

  it('B7: keeps nothing beyond the tab, and forgets on demand', () => {
    rememberScript(script('echo secret'), 1);
    expect(JSON.stringify(localStorage)).not.toContain('secret');
    forgetScripts();
    expect(kept()).toEqual([]);
  });

  it.each(['', '{', '{}', '[1]', '[{"at":1,"script":{"content":5}}]'])(
    'B7: survives a damaged store: %s',
    (text) => {
      sessionStorage.setItem('recent-scripts', text);
      expect(kept()).toEqual([]);
    },
  );
});
