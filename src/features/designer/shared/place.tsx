import type { CSSProperties, ReactNode } from 'react';
import { formatPath, type JsonPath } from '#core/base/diagnostic.ts';

interface PlaceProps {
  readonly path: JsonPath;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** Marks a field as the place of a value of the design, so that a problem can lead to it. */
export function Place({ path, style, children }: PlaceProps) {
  return (
    <div data-path={formatPath(path)} style={{ minWidth: 0, borderRadius: 6, ...style }}>
      {children}
    </div>
  );
}
