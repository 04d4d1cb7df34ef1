/**
 * Makes sure that the demo's service worker answers nothing here: takes it away, and if it has this page, loads the page
 * again without it. Resolves when the page is free of it.
 */
export async function leaveDemo(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registrations = (await container?.getRegistrations().catch(() => [])) ?? [];
  const demos = registrations.filter(({ active, waiting, installing }) =>
    (active ?? waiting ?? installing)?.scriptURL.endsWith('/mockServiceWorker.js'),
  );
  await Promise.all(demos.map((registration) => registration.unregister()));
  // Only after a registration really went: what cannot be taken away must not reload for ever.
  if (demos.length === 0 || !container?.controller) return;
  window.location.reload();
  await new Promise(() => undefined);
}
