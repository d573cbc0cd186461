import { styled } from '@mui/material/styles';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { Kbd } from '#ui/layout/kbd.tsx';
import { tokenVar } from '#ui/theme/tokens.ts';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { padding: '14px 0 4px', textAlign: 'left', fontWeight: 600 },
  '& td, & th': { padding: '4px 0', fontWeight: 400, textAlign: 'left' },
  '& tr + tr > *': { borderTop: `1px solid ${tokenVar('grid')}` },
  '& td:last-of-type': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& kbd + kbd': { marginLeft: 3 },
});

export interface ShortcutLine {
  /** Joined by `+`. */
  readonly keys: string;
  readonly does: string;
}

const gridKeys: readonly ShortcutLine[] = [
  { keys: '↑+↓+←+→', does: 'Walk the cells and heads' },
  { keys: 'Shift+↑+↓+←+→', does: 'Select a range; with Ctrl as well, to the edge' },
  { keys: 'Shift+Space', does: 'Select whole rows' },
  { keys: 'Ctrl+Space', does: 'Select whole columns' },
  { keys: 'Enter', does: 'Edit the cell; on a head, sort' },
  { keys: 'Space', does: 'Show the cell in full' },
  { keys: 'P', does: 'Show its prompt' },
  { keys: 'R', does: 'Write the selection again' },
  { keys: 'Shift+R', does: 'Keep the selection, and write the others again' },
  { keys: 'L', does: 'Lock or unlock' },
  { keys: 'E', does: 'Use as example' },
  { keys: 'D', does: 'Not like this' },
  { keys: 'Delete', does: 'Empty the cells' },
  { keys: '⌫', does: 'Delete the rows' },
  { keys: 'Ctrl+C', does: 'Copy as a table, Ctrl V pastes one' },
  { keys: 'Ctrl+D', does: 'Fill down from the first row of the selection' },
  { keys: 'Shift+F10', does: 'Menu of the selection' },
];

const headKeys: readonly ShortcutLine[] = [
  { keys: 'Alt+↓', does: 'Menu of the column' },
  { keys: 'Alt+←+→', does: 'Move the column' },
  { keys: 'Ctrl+←+→', does: 'Narrower or wider' },
];

const listKeys: readonly ShortcutLine[] = [
  { keys: 'F6', does: 'Go to the next pane; with Shift, to the one before' },
  { keys: 'Alt+↑+↓', does: 'Move a column in the design' },
  { keys: 'Delete', does: 'Delete a column of the design' },
  { keys: 'Esc', does: 'Close what is open, back to where it was opened' },
];

interface ShortcutSheetProps {
  /** Those of the whole page. */
  readonly page: readonly ShortcutLine[];
  readonly onClose: () => void;
}

/** Every key that does something, by place. */
export function ShortcutSheet({ page, onClose }: ShortcutSheetProps) {
  return (
    <Dialog open title="Keyboard shortcuts" width={480} isText onClose={onClose}>
      <KeyTable title="Everywhere" lines={[...page, ...listKeys]} />
      <KeyTable title="In the rows" lines={gridKeys} />
      <KeyTable title="On the head of a column" lines={headKeys} />
    </Dialog>
  );
}

function KeyTable({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ShortcutLine[];
}) {
  return (
    <Table>
      <caption>{title}</caption>
      <tbody>
        {lines.map(({ keys, does }) => (
          <tr key={keys}>
            <th scope="row">{does}</th>
            <td>
              {keys.split('+').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
