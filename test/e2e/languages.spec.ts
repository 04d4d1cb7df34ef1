import { expect, test } from './support/fixtures';
import { prefer, surfacesOf } from './support/surfaces';

/** What an untranslated key looks like: `list.title`, `record.finished_other`, `domain:outcome.running`. */
const KEY = /(?<![\w./@-])(?:[a-z]+:)?[a-z][a-zA-Z]+(?:\.[a-zA-Z]+){1,3}(?:_(?:one|other|zero))?(?![\w./-])/g;
/** Words with a dot inside that are not keys: units, hosts and files the demo prints. */
const NOT_KEYS =
  /^(?:aliyun\.service|db\.internal|[\w.]+\.(?:com|json|log|conf|service|txt|exe|sh|rpm|deb|large|xlarge|small))$/;
const LEFT_OPEN = /\{\{\s*\w+(?:,\s*\w+)?\s*\}\}|\[object Object\]|undefined|NaN/g;

test.describe.configure({ timeout: 120_000 });

for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
  test(`J2: every page speaks ${language} throughout and fits its window`, async ({ page, account }) => {
    await prefer(page, language);
    for (const surface of await surfacesOf(page, account)) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await surface.show(page);
      const said = await page.evaluate(() => {
        // Scripts, output and command lines are the users' own words.
        const own = 'code, pre, .code, .code-block, .cm-editor, [data-mono], textarea';
        const texts: string[] = [document.title];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const element = walker.currentNode.parentElement;
          if (element && !element.closest(`script, style, ${own}`))
            texts.push(walker.currentNode.nodeValue ?? '');
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
          if (element.closest(own)) continue;
          for (const name of ['aria-label', 'title', 'placeholder'])
            texts.push(element.getAttribute(name) ?? '');
        }
        return texts;
      });
      const keys = said.flatMap((text) => text.match(KEY) ?? []).filter((word) => !NOT_KEYS.test(word));
      expect.soft(keys, `${surface.name}: keys`).toEqual([]);
      expect
        .soft(
          said
            .flatMap((text) => text.match(LEFT_OPEN) ?? [])
            .filter((text) => !/\{\{(?:name|who|where)\}\}/.test(text)),
          `${surface.name}: left open`,
        )
        .toEqual([]);
      await expect.soft(page.locator('html')).toHaveAttribute('lang', language);
      for (const size of [
        { width: 1280, height: 800 },
        { width: 1440, height: 900 },
      ]) {
        await page.setViewportSize(size);
        const over = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('main, [role="dialog"]')]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
        );
        expect.soft(over, `${surface.name} at ${size.width}`).toEqual([]);
      }
    }
  });
}
