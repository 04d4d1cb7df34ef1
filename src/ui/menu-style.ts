/** The look shared by every floating list: menus, filters, selects. */
export const POSITIONER = 'z-50 outline-none';
export const POPUP =
  'max-h-(--available-height) overflow-auto rounded-md bg-surface p-[5px] shadow-pop outline-none forced-colors:border';
export const ITEM =
  'flex min-h-[30px] items-center gap-[9px] rounded-[4px] px-2 no-underline outline-none select-none data-highlighted:bg-[color-mix(in_oklab,var(--color-text)_7%,transparent)] forced-colors:data-highlighted:outline-2';
