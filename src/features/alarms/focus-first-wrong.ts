/** Where a form is wrong: a field that says so of itself, or the first thing to be pressed in what is marked. */
const WRONG = '[aria-invalid="true"], [data-wrong] :is(a, button, input, [role="checkbox"])';

/** Leads to the first wrong place of a form, once its errors are drawn. */
export function focusFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const wrong = [...(form?.querySelectorAll<HTMLElement>(WRONG) ?? [])];
    wrong.find(({ tabIndex }) => tabIndex >= 0)?.focus();
  });
}
