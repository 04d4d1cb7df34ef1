import { startTransition } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createBrowserRouter, matchRoutes } from 'react-router-dom';
import { changeLanguage, startI18n } from '@/i18n/i18n';
import { isLanguage, matchLanguage, type Language } from '@/i18n/languages';
import { followPreferences, usePreferences } from '@/ui/preferences';
import { App } from './App';
import { BackendUnavailable, CONNECT_PATH, openBackend, type Backend } from './backend';
import { createQueryClient } from './query-client';
import { routes } from './routes';

/** The chosen language, else the best of ours that the browser wants. */
function wantedLanguage(): Language {
  const { language } = usePreferences.getState();
  return isLanguage(language) ? language : matchLanguage(navigator.languages);
}

/**
 * Starts the console in `container`: loads the words and the page and opens the back end side by side, then renders. The outline in
 * index.html stays on screen until then. Whatever goes wrong ends in a page that says what to do.
 */
export async function boot(container: HTMLElement): Promise<void> {
  followPreferences();
  const opening = nextTask()
    .then(() => {
      fetchPage();
      return openBackend();
    })
    .catch((error: unknown) =>
      error instanceof BackendUnavailable ? error : new BackendUnavailable('failed', error),
    );
  const language = wantedLanguage();
  document.documentElement.lang = language;
  try {
    await startI18n(language);
  } catch {
    showWithoutWords(container);
    return;
  }
  usePreferences.subscribe(() => void changeLanguage(wantedLanguage()));
  const backend = await opening;
  const root = createRoot(container);
  if (backend && !(backend instanceof BackendUnavailable)) renderApp(root, backend);
  else await renderInstead(container, root, backend);
}

/** Running the scripts for the first time is a long task already: the page gets its turn before more is done. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Fetches the parts of the page while the back end opens. The router asks for them again, and tells what does not come. */
function fetchPage(): void {
  const { pathname } = window.location;
  const matches = pathname === CONNECT_PATH ? [] : (matchRoutes(routes, pathname) ?? []);
  for (const { route } of matches)
    if (typeof route.lazy === 'function') void route.lazy().catch(() => undefined);
}

/** The page in place of the console: for choosing a back end, or for what is wrong with it. */
async function renderInstead(container: HTMLElement, root: Root, failure: BackendUnavailable | null) {
  try {
    if (failure) {
      const { BootFailure } = await import('./BootFailure');
      root.render(<BootFailure failure={failure} />);
    } else {
      const { ConnectPage } = await import('./connect/ConnectPage');
      root.render(<ConnectPage onConnected={(backend) => renderApp(root, backend)} />);
    }
  } catch {
    root.unmount();
    showWithoutWords(container);
  }
}

function renderApp(root: Root, backend: Backend): void {
  if (window.location.pathname === CONNECT_PATH) window.history.replaceState(null, '', '/');
  const router = createBrowserRouter(routes);
  const queryClient = createQueryClient();
  // In slices, so that a slow machine answers between them.
  startTransition(() => root.render(<App backend={backend} queryClient={queryClient} router={router} />));
}

/** Not even the page for failures, or the catalog of words, arrived: so these words are in every language. */
function showWithoutWords(container: HTMLElement): void {
  const paragraph = document.createElement('p');
  paragraph.style.padding = '24px';
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent =
    'The console did not load. Check the network, then reload. · 主控台未能載入，請檢查網路後重新載入。 · 控制台未能加载，请检查网络后重新加载。';
  container.replaceChildren(paragraph);
}
