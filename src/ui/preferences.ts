import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'system' | 'light' | 'dark';
export type Zone = 'local' | 'utc';

interface PreferenceValues {
  theme: Theme;
  /** A BCP 47 tag of a shipped language; null follows the browser. */
  language: string | null;
  zone: Zone;
  /** Rows a page by list, e.g. `{ commands: 20 }`. */
  pageSizes: Record<string, number>;
}

interface Preferences extends PreferenceValues {
  setTheme(theme: Theme): void;
  setLanguage(language: string | null): void;
  setZone(zone: Zone): void;
  setPageSize(list: string, size: number): void;
}

/**
 * What a person chose for every visit, kept in localStorage under `preferences` as `{ state, version }`.
 * The boot script reads the same entry before the first paint.
 */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      language: null,
      zone: 'local',
      pageSizes: {},
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      setZone: (zone) => set({ zone }),
      setPageSize: (list, size) => set((state) => ({ pageSizes: { ...state.pageSizes, [list]: size } })),
    }),
    {
      name: 'preferences',
      version: 0,
      partialize: ({ theme, language, zone, pageSizes }): PreferenceValues => ({
        theme,
        language,
        zone,
        pageSizes,
      }),
    },
  ),
);

function applyTheme({ theme }: Pick<Preferences, 'theme'>): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Keeps `<html data-theme>` and other tabs in step with the preferences; returns the undo. */
export function followPreferences(): () => void {
  applyTheme(usePreferences.getState());
  const unsubscribe = usePreferences.subscribe(applyTheme);
  const onStorage = (event: StorageEvent) => {
    if (event.key === 'preferences') void usePreferences.persist.rehydrate();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    unsubscribe();
    window.removeEventListener('storage', onStorage);
  };
}
