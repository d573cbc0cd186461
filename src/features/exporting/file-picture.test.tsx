import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ThemeRoot } from '#ui/theme/theme-root.tsx';
import { FilePicture } from './file-picture.tsx';
import type { FilePreview } from './use-file-preview.ts';

const empty = {
  ...{ lines: [], rowCount: 0, sizeBytes: 0, isLarge: false, formulaCells: 0, unwritableCells: 0 },
  ...{ leftOutRows: 0, rowsWithoutTurns: 0, unbalancedRows: 0, outdatedRows: 0 },
};

function show(preview: FilePreview | undefined, isToDisk = false) {
  render(
    <FilePicture preview={preview} name="lamps.csv" isText rows="finished" isToDisk={isToDisk} />,
    { wrapper: ThemeRoot },
  );
  return screen.getByRole('region');
}

describe('FilePicture', () => {
  it('says why a file of finished rows is empty and where the others are', () => {
    expect(show(empty)).toHaveTextContent(/No row is finished yet\. All/);
  });

  it('does not call rows unfinished that rules leave out', () => {
    expect(show({ ...empty, leftOutRows: 3 })).toHaveTextContent('There is no row to take.');
  });

  it('says of a file for the disk that its place will be asked for', () => {
    show({ ...empty, rowCount: 9, sizeBytes: 1_000_000 }, true);
    expect(screen.getByText('9 rows, about 1.0 MB, straight to a place you choose')).toBeVisible();
  });

  it('has nothing to say before the first answer', () => {
    expect(show(undefined)).toBeEmptyDOMElement();
  });

  it('tells names, texts and numbers apart and leaves the lines as they are', () => {
    const lines = ['kind,watts', 'desk,40'];
    const region = show({ ...empty, lines, rowCount: 1 });
    expect(region.textContent).toBe('kind,watts\ndesk,40');
    expect(screen.getByText('watts')).toHaveAttribute('data-value', 'name');
    expect(screen.getByText('desk')).toHaveAttribute('data-value', 'string');
    expect(screen.getByText('40')).toHaveAttribute('data-value', 'number');
  });
});
