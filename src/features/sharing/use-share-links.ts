import { useEffect, useState } from 'react';
import type { LinkRows } from '#core/codecs/link-rows.ts';
import { encodeShareLink, type ShareLink } from '#core/codecs/share-link.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { useWorkbench } from '#state/react.tsx';

export interface ShareLinks {
  readonly plain: ShareLink;
  readonly withRows: ShareLink;
}

/** The link of a design without rows and with them; undefined until both are made. */
export function useShareLinks(design: DatasetDesign, rows: LinkRows): ShareLinks | undefined {
  const { host } = useWorkbench();
  const [links, setLinks] = useState<ShareLinks | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const address = host.pageAddress();
    const make = async (): Promise<void> => {
      const [plain, withRows] = await Promise.all([
        encodeShareLink(design, address),
        encodeShareLink(design, address, rows),
      ]);
      if (isCurrent) setLinks({ plain, withRows });
    };
    void make();
    return () => {
      isCurrent = false;
    };
  }, [design, host, rows]);
  return links;
}
