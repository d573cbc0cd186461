import { useCallback } from 'react';
import { exportFileName } from '#state/export-options.ts';
import { useWorkbench } from '#state/react.tsx';
import { pictureSvg } from '#ui/charts/picture/picture-svg.ts';
import { pngOfSvg } from '#ui/charts/picture/picture-png.ts';
import { darkTokens, lightTokens } from '#ui/theme/tokens.ts';
import { useIsDark } from '#ui/theme/scheme.ts';
import type { ChartView } from './chart-view.ts';

const fileWidth = 720;

/** Hands a chart to the user as an image, in the colours on screen. */
export function useSaveChart(): (view: ChartView, format: 'svg' | 'png') => void {
  const { host, stores } = useWorkbench();
  const isDark = useIsDark();
  return useCallback(
    (view, format) => {
      const size = { width: fileWidth, height: view.height(fileWidth) };
      const svg = pictureSvg(view.draw(size), {
        tokens: isDark ? darkTokens : lightTokens,
        title: view.sentence,
        ground: true,
      });
      const save = async (): Promise<void> => {
        const blob =
          format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOfSvg(svg, size);
        host.saveFile(blob, exportFileName(view.title, format));
      };
      save().catch(() => {
        const text = 'The image could not be made. Save it as SVG instead.';
        stores.view.getState().actions.toast({ text, severity: 'error' });
      });
    },
    [host, stores, isDark],
  );
}
