import type { LucideIcon } from 'lucide-react';
import CircleX from 'lucide-react/icons/circle-x';
import FilePlus from 'lucide-react/icons/file-plus';
import History from 'lucide-react/icons/history';
import Send from 'lucide-react/icons/send';
import { useEffect, useState } from 'react';
import { constraintSentence } from '#core/design/sentence.ts';
import type { StoredDocument } from '#state/document-actions.ts';
import { loadGallery, type GalleryEntry } from '#state/gallery/load-gallery.ts';
import { useDataset, useDesign, useWorkbench } from '#state/react.tsx';
import { verdictTone } from '#state/rule-verdict.ts';
import type { ViewState } from '#state/view-store.ts';
import type { Workbench } from '#state/workbench.ts';
import { constraintGlyphOf } from '#ui/marks/constraint-glyphs.ts';
import type { PaletteEntry } from './palette-entry.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  readonly glyph?: LucideIcon | undefined;
  readonly keys: string;
  /** Goes somewhere and changes nothing. */
  readonly isPlace?: boolean;
  /** Left out while it could do nothing. */
  readonly canPerform?: (workbench: Workbench) => boolean;
  readonly perform: (workbench: Workbench) => void;
}

/** Commands, then every part of the design, then what one can begin with. */
export function usePaletteEntries(commands: readonly PaletteCommand[]): readonly PaletteEntry[] {
  const workbench = useWorkbench();
  const parts = usePartEntries();
  const starts = useStartEntries();
  const usable = commands.filter(({ canPerform }) => canPerform?.(workbench) ?? true);
  const entries = usable.map((command): PaletteEntry => {
    const { id, label, glyph, keys, isPlace = false, perform } = command;
    const drawn = glyph === undefined ? {} : { glyph };
    const group = isPlace ? 'Go to' : 'Do';
    return { id, group, label, ...drawn, keys, perform: () => perform(workbench) };
  });
  // One order for the eye and for the arrow keys.
  const does = entries.filter(({ group }) => group === 'Do');
  const goes = entries.filter(({ group }) => group === 'Go to');
  return [...does, ...parts, ...goes, ...starts];
}

/** Columns, rules and calls; each opens its editor. */
function usePartEntries(): readonly PaletteEntry[] {
  const { stores } = useWorkbench();
  const design = useDesign((state) => state.design);
  const problemCount = useDesign((state) => state.diagnostics.length);
  const measures = useDataset((state) => state.summary?.measures);
  const { set, showProblems } = stores.view.getState().actions;
  const open = (openEditor: NonNullable<ViewState['openEditor']>) => (): void =>
    set({ designTab: 'form', phonePane: 'design', openEditor });
  return [
    ...design.columns.map(({ id, name, type, fill }): PaletteEntry => ({
      id: `column ${id}`,
      group: 'Go to',
      label: name,
      note: `${type}, ${fill.kind}`,
      fillKind: fill.kind,
      keys: '',
      perform: open({ kind: 'column', id }),
    })),
    ...design.constraints.map((rule): PaletteEntry => {
      const measure = measures?.[rule.id];
      const tag = measure && { tone: verdictTone(measure, rule), text: measure.label };
      return {
        id: `constraint ${rule.id}`,
        group: 'Go to',
        label: constraintSentence(rule, design),
        note: 'constraint',
        glyph: constraintGlyphOf(rule.kind),
        ...(tag !== undefined && { tag }),
        keys: '',
        perform: open({ kind: 'constraint', id: rule.id }),
      };
    }),
    ...design.calls.map(({ id, name }): PaletteEntry => ({
      id: `call ${id}`,
      group: 'Go to',
      label: name,
      note: 'call',
      glyph: Send,
      keys: '',
      perform: open({ kind: 'call', id }),
    })),
    ...(problemCount === 0
      ? []
      : [
          {
            id: 'first-problem',
            group: 'Go to' as const,
            label: 'Problems',
            note: `${problemCount} found`,
            glyph: CircleX,
            keys: '',
            perform: showProblems,
          },
        ]),
  ];
}

const shownRecent = 8;

/** Finished designs and those that were open before. */
function useStartEntries(): readonly PaletteEntry[] {
  const { documents } = useWorkbench();
  const openId = useDesign((state) => state.documentId);
  const [gallery, setGallery] = useState<readonly GalleryEntry[]>([]);
  const [recent, setRecent] = useState<readonly StoredDocument[]>([]);
  useEffect(() => {
    let isShown = true;
    // Without one of the two the other is still there.
    void loadGallery().then(
      (loaded) => isShown && setGallery(loaded),
      () => undefined,
    );
    void documents.recent().then(
      (stored) => isShown && setRecent(stored),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [documents]);
  const others = recent.filter(({ documentId }) => documentId !== openId).slice(0, shownRecent);
  return [
    ...others.map(({ documentId, name }): PaletteEntry => ({
      id: `recent ${documentId}`,
      group: 'Start from',
      label: name,
      note: 'open before',
      glyph: History,
      keys: '',
      perform: () => void documents.openDocument(documentId),
    })),
    ...gallery.map(({ id, title, design }): PaletteEntry => ({
      id: `gallery ${id}`,
      group: 'Start from',
      label: title,
      note: 'finished design',
      glyph: FilePlus,
      keys: '',
      perform: () => void documents.openDesign(design, []),
    })),
  ];
}
