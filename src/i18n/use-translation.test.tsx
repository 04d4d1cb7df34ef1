import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { changeLanguage } from './i18n';
import { useTranslation } from './use-translation';

afterEach(() => act(() => changeLanguage('en')));

describe('the words of a component', () => {
  it('J2: follow the language of the page, those with values and those without', async () => {
    function Words() {
      const { t, i18n } = useTranslation(['ui', 'frame']);
      return (
        <p lang={i18n.language}>
          {t('pager.next')}, {t('pager.page', { page: 3 })}, {t('frame:nav.settings')}
        </p>
      );
    }
    render(<Words />);
    expect(screen.getByText('Next page, Page 3, Settings')).toHaveAttribute('lang', 'en');
    await act(() => changeLanguage('zh-Hant'));
    const words = screen.getByText(/, 設定$/);
    expect(words).toHaveAttribute('lang', 'zh-Hant');
    expect(words).toHaveTextContent('3');
    await act(() => changeLanguage('en'));
    expect(screen.getByText('Next page, Page 3, Settings')).toBeVisible();
  });

  it('J2: one function serves all components until the language changes', async () => {
    const seen: unknown[] = [];
    function Words() {
      seen.push(useTranslation('ui').t);
      return null;
    }
    render([<Words key="a" />, <Words key="b" />]);
    expect(seen[0]).toBe(seen[1]);
    await act(() => changeLanguage('zh-Hans'));
    expect(seen.at(-1)).not.toBe(seen[0]);
  });

  it('J2: texts are put into words that were looked up once, as they are', () => {
    const texts = ['web-01', '', '$t(pager.next)', '{{name}}', '\\1 $& $1'];
    const names: string[] = [];
    function Words() {
      const { t } = useTranslation('ui');
      names.push(...texts.map((name) => t('table.menuOf', { name })));
      return null;
    }
    render(<Words />);
    expect(names).toEqual(texts.map((name) => `Actions for ${name}`));
  });
});
