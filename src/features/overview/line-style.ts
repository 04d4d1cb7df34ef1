/** A line of a list that leads somewhere as a whole. Its height follows the window's, see OverviewPage. */
export const LINE =
  '-mx-2 flex h-(--line) items-center gap-2 rounded-sm px-2 text-text hover:bg-hover hover:no-underline';

/** The heading of a group of lines. */
export const LINE_HEAD = 'flex h-(--line-head) items-end gap-1.5 pb-0.5 text-xs font-normal text-text-subtle';
