// Runs before the first paint: the chosen theme and language, so that neither flashes. src/ui/preferences.ts writes the entry.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem('preferences') ?? '{}').state ?? {};
  } catch {
    // Blocked or damaged storage: the system's theme and the page's language.
  }
  if (chosen.theme === 'light' || chosen.theme === 'dark') root.dataset.theme = chosen.theme;
  const wanted = chosen.language ?? navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag)) ?? 'en';
  if (/^zh/i.test(wanted))
    root.lang = /hant|tw|hk|mo/i.test(wanted) && !/hans/i.test(wanted) ? 'zh-Hant' : 'zh-Hans';
})();
