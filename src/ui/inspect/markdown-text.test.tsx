import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MarkdownText } from './markdown-text.tsx';

const hostile = `# Title

Some **bold** words, \`code\` and a [link](javascript:alert(1)).

![picture](https://tracker.example/pixel.png)

<img src=x onerror="alert(1)"><script>alert(2)</script>

<a href="https://evil.example">raw</a>

- one
- two`;

describe('MarkdownText', () => {
  it('draws structure as elements', () => {
    render(<MarkdownText text={hostile} />);
    expect(screen.getByRole('heading', { name: 'Title' })).toBeInTheDocument();
    expect(screen.getByText('bold').tagName).toBe('STRONG');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('makes nothing live: no link, no image, no HTML', () => {
    const { container } = render(<MarkdownText text={hostile} />);
    expect(container.querySelector('a, img, script, iframe, [onerror], [href], [src]')).toBeNull();
    expect(container.textContent).toContain('javascript:alert(1)');
    expect(container.textContent).toContain('<script>alert(2)</script>');
  });

  it('keeps plain text as it was', () => {
    const { container } = render(<MarkdownText text={'2 < 3 & "so on"\nnext'} />);
    expect(container.textContent).toBe('2 < 3 & "so on"\nnext');
  });
});
