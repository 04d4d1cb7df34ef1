import { Children, Fragment, type ReactNode } from 'react';
import { Dot } from './Dot';

/** Facts in a line with a dot between each two; a line that wraps neither ends nor begins with one. Each child is a fact. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <span>
      {Children.toArray(children).map((fact, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- facts have no names, and their order is fixed
        <Fragment key={index}>
          {index > 0 ? <Dot /> : null}
          <span className="inline-block max-w-full">{fact}</span>
        </Fragment>
      ))}
    </span>
  );
}
