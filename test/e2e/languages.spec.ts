import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectNoFindings } from './support/axe';
import { expect, test } from './support/fixtures';
import { prefer, surfacesOf } from './support/surfaces';

const LOCALES = new URL('../../src/i18n/locales/en/', import.meta.url);

/** First parts of all keys of the catalogs: `list`, `record`, `outcome` … */
const KEY_HEADS = new Set(
  readdirSync(LOCALES)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(new URL(file, LOCALES), 'utf8')) as object))
    .map((key) => key.replace(/_(?:zero|one|other)$/, '')),
);

/** What an untranslated key looks like: `list.title`, `record.finished_other`, `domain:outcome.running`. */
const KEY = /(?<![\w./@-])(?:[a-z]+:)?([a-z][a-zA-Z]+)(?:\.[a-zA-Z]+)+(?:_(?:zero|one|other))?(?![\w./-])/g;
/** A value that never came. `{{name}}` stands in the form's own explanation of parameters. */
const LEFT_OPEN = /\{\{(?!(?:name|who|where)\}\})[^}]*\}\}|\[object Object\]|\bundefined\b|\bNaN\b/g;

const softly = expect.configure({ soft: true });

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];

/** Everything the page says in its own words: text, names, tooltips, placeholders, the title. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Scripts, output and command lines are the users' words.
    const own = 'script, style, code, pre, .code, .code-block, .cm-editor, [data-mono], textarea';
    const words: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.closest(own)) words.push(walker.currentNode.nodeValue ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(own)) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) words.push(element.getAttribute(name) ?? '');
    }
    return words;
  });
}

/** What is wider than its place and would scroll sideways: the document, its main area, or a sheet. */
function wideOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

/** Says what words of the page are none, and what of it is wider than its place. */
async function expectWords(page: Page, name: string, language: string): Promise<void> {
  const words = await wordsOn(page);
  const keys = words
    .flatMap((text) => [...text.matchAll(KEY)])
    .flatMap(([key, head = '']) => (KEY_HEADS.has(head) ? [key] : []));
  expect.soft(keys, `${name}: keys`).toEqual([]);
  const open = words.flatMap((text) => text.match(LEFT_OPEN) ?? []);
  expect.soft(open, `${name}: left open`).toEqual([]);
  await expect.soft(page.locator('html')).toHaveAttribute('lang', language);
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    // A chart follows its place a frame later.
    await softly.poll(() => wideOn(page), { message: `${name} at ${size.width}` }).toEqual([]);
  }
}

// One walk for both: bringing each page on screen costs more than looking at it.
for (const language of ['en', 'zh-Hant'] as const) {
  test(`J2, J4: every page speaks ${language} throughout, fits its window, and axe finds nothing, light and dark`, async ({
    page,
    account,
  }) => {
    test.setTimeout(480_000);
    await prefer(page, language);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const surface of await surfacesOf(page, account)) {
      await surface.show(page);
      await expectWords(page, surface.name, language);
      await expectNoFindings(page, surface.name);
    }
  });
}

test('J2: every page speaks zh-Hans throughout and fits its window', async ({ page, account }) => {
  test.setTimeout(240_000);
  await prefer(page, 'zh-Hans');
  for (const surface of await surfacesOf(page, account)) {
    await surface.show(page);
    await expectWords(page, surface.name, 'zh-Hans');
  }
});
