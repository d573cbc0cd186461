import ChartScatter from 'lucide-react/icons/chart-scatter';
import Table2 from 'lucide-react/icons/table-2';
import { type ReactNode, useState } from 'react';
import { IconButton } from '#ui/actions/icon-button.tsx';
import type { TagTone } from '#ui/marks/tag.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { ScatterChart } from './scatter-chart.tsx';
import { ScatterTable } from './scatter-table.tsx';
import type { ScatterView } from './scatter-view.ts';

interface ScatterFigureProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly verdict?: { readonly tone: TagTone; readonly text: string };
  readonly actions?: ReactNode;
  readonly view: ScatterView;
  /** False where a legend beside the chart names the lines. */
  readonly labelled?: boolean;
  readonly onPointClick?: (row: number) => void;
}

/** The scatter plot in its frame, and the same points as a table. */
export function ScatterFigure(props: ScatterFigureProps) {
  const { title, subtitle, verdict, actions, view, labelled = true, onPointClick } = props;
  const [isTable, setIsTable] = useState(false);
  const caption = verdict ? `${title}: ${verdict.text}` : title;
  return (
    <ChartFrame
      title={title}
      {...(subtitle !== undefined && { subtitle })}
      {...(verdict && { verdict })}
      actions={
        <>
          <IconButton
            size="small"
            label={isTable ? 'Show as chart' : 'Show as table'}
            glyph={isTable ? ChartScatter : Table2}
            onClick={() => setIsTable(!isTable)}
          />
          {actions}
        </>
      }
    >
      {isTable ? (
        <ScatterTable view={view} caption={caption} />
      ) : (
        <ScatterChart
          view={view}
          caption={caption}
          labelled={labelled}
          {...(onPointClick && { onPointClick })}
        />
      )}
    </ChartFrame>
  );
}
