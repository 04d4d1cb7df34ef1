import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Rich } from './Rich';

describe('Rich', () => {
  it('J2: puts the elements where the sentence has their tags', () => {
    const { container } = render(
      <Rich
        text="Run by <who>alice</who> at <time/>, once"
        parts={{ who: <b />, time: <time>02:00</time> }}
      />,
    );
    expect(container.textContent).toBe('Run by alice at 02:00, once');
    expect(screen.getByText('alice').tagName).toBe('B');
  });

  it('J2: an empty pair of tags keeps the element as it was given', () => {
    const { container } = render(<Rich text="As of <time></time>" parts={{ time: <time>now</time> }} />);
    expect(container.textContent).toBe('As of now');
  });

  it('K4: a tag that was not given is text, never an element', () => {
    const { container } = render(<Rich text="<script>alert(1)</script> <b>x</b>" parts={{}} />);
    expect(container.textContent).toBe('<script>alert(1)</script> <b>x</b>');
    expect(container.querySelector('script, b')).toBeNull();
  });
});
