import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { LANGUAGE_NAMES, LANGUAGES } from '@/i18n/languages';
import { Segmented } from '@/ui/Segmented';
import { usePreferences } from '@/ui/preferences';
import { Labelled, Section } from './Section';

const BROWSER = 'browser';

export function AppearanceSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [example] = useState(Date.now);
  const { theme, setTheme, language, setLanguage, zone, setZone } = usePreferences();
  return (
    <Section title={t('appearance.title')} lede={t('appearance.lede')}>
      <Labelled label={t('appearance.theme')}>
        <Segmented
          label={t('appearance.theme')}
          value={theme}
          onValueChange={setTheme}
          options={[
            { value: 'system', label: t('appearance.themes.system'), icon: Monitor },
            { value: 'light', label: t('appearance.themes.light'), icon: Sun },
            { value: 'dark', label: t('appearance.themes.dark'), icon: Moon },
          ]}
        />
      </Labelled>
      <Labelled label={t('appearance.language')}>
        <Segmented
          label={t('appearance.language')}
          value={language ?? BROWSER}
          onValueChange={(value) => setLanguage(value === BROWSER ? null : value)}
          options={[
            { value: BROWSER, label: t('appearance.asBrowser') },
            ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          ]}
        />
      </Labelled>
      <Labelled label={t('appearance.zone')} aside={t('appearance.example', { now: format.full(example) })}>
        <Segmented
          label={t('appearance.zone')}
          value={zone}
          onValueChange={setZone}
          options={[
            { value: 'local', label: t('appearance.local') },
            { value: 'utc', label: 'UTC' },
          ]}
        />
      </Labelled>
    </Section>
  );
}
