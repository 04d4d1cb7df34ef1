import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { OutputView } from './OutputView';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('OutputView', () => {
  it('C4: shows output as text, never as markup', () => {
    render(<OutputView label="Output" bytes={utf8('<b>\x1b[31mred\x1b[0m</b>\nnext\n')} />);
    const output = screen.getByRole('group', { name: 'Output' });
    expect(output).toHaveTextContent('<b>red</b>');
    expect(output.querySelector('b')).toBeNull();
    expect(screen.getByText('red')).toHaveClass('ansi-red');
  });

  it('C4: offers other encodings only when the bytes are not UTF-8', async () => {
    const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]);
    const { rerender } = render(<OutputView label="Output" bytes={gbk} />);
    await userEvent.click(screen.getByRole('radio', { name: 'GB18030' }));
    expect(screen.getByRole('group', { name: 'Output' })).toHaveTextContent('中文');
    rerender(<OutputView label="Output" bytes={utf8('ok')} />);
    expect(screen.queryByRole('radio', { name: 'GB18030' })).not.toBeInTheDocument();
  });

  it('C4: finds text, counts the places and goes from one to the next', async () => {
    render(<OutputView label="Output" bytes={utf8('read-only\nfine\nRead-only')} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find in output' }), 'READ{Enter}');
    expect(screen.getByText('1 of 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next match' }));
    expect(screen.getByText('2 of 2')).toBeInTheDocument();
    expect(screen.getByText('Read')).toHaveAttribute('data-current');
  });

  it('C4: shows the raw bytes', async () => {
    render(<OutputView label="Output" bytes={new Uint8Array([0x00, 0xff, 0x41])} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Raw' }));
    expect(screen.getByRole('group', { name: 'Output' })).toHaveTextContent('00000000: 00ff 41');
  });
});
