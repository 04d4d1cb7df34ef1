import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

interface StaticFile {
  body: Buffer;
  headers: Record<string, string>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Answered with every file: nobody frames, sniffs or embeds the console. */
const PROTECTION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The emulator's service worker: what is served here is live, and must never be answered by a demo. */
const NOT_SERVED: ReadonlySet<string> = new Set(['/mockServiceWorker.js', '/.vite/manifest.json']);

export interface ServedPage {
  /** What `connect-src` allows besides the page's own origin. */
  connect: readonly string[];
  /** Facts for the page, as `<meta name content>`. */
  meta: Readonly<Record<string, string>>;
}

/**
 * The built app, read once: only what was in the folder then is ever answered, so no path leads out of it. Any other
 * address is a page of the console and answers index.html.
 * @throws Error when the folder holds no build
 */
export function loadStaticFiles(folder: string, page: ServedPage): (path: string) => StaticFile | null {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).replaceAll('\\', '/');
    if (NOT_SERVED.has(path)) continue;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    const headers = { ...PROTECTION, 'content-type': type, 'cache-control': cache };
    files.set(path, { body: readFileSync(file), headers });
  }
  const index = files.get('/index.html');
  if (!index) throw new Error(`There is no build in ${folder}.`);
  files.delete('/index.html');
  const { html, policy } = servedHtml(index.body.toString('utf8'), page);
  const document: StaticFile = {
    body: Buffer.from(html),
    headers: { ...index.headers, 'content-security-policy': `${policy}; frame-ancestors 'none'` },
  };
  return (path) => files.get(path) ?? (extname(path) === '' || path.endsWith('/') ? document : null);
}

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)/;

/** The page with the connections that are right here, in its own policy and for the header. */
function servedHtml(html: string, { connect, meta }: ServedPage): { html: string; policy: string } {
  const built = POLICY.exec(html)?.[2];
  if (built === undefined) throw new Error('The built index.html has no Content-Security-Policy.');
  const policy = built
    .replaceAll('&#39;', "'")
    .replace(/connect-src [^;]*/, ["connect-src 'self'", ...connect].join(' '));
  const facts = Object.entries(meta).map(
    ([name, content]) =>
      `<meta name="${name}" content="${content.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`,
  );
  return { html: html.replace(POLICY, `$1${policy}$3${facts.join('')}`), policy };
}
