/** Notices of one restore. The list is capped, so that a hostile document cannot bury the page in them. */
import type { Diagnostic, JsonPath, Severity } from '#core/base/diagnostic.ts';

const mostNotices = 500;

export interface NoticeList {
  readonly items: readonly Diagnostic[];
  /** True when what is added from now on is no longer listed. */
  readonly isFull: boolean;
  readonly add: (severity: Severity, code: string, at: NoticePlace) => void;
}

export interface NoticePlace {
  readonly path: JsonPath;
  readonly message: string;
}

export function createNoticeList(): NoticeList {
  const items: Diagnostic[] = [];
  return {
    items,
    get isFull() {
      return items.length >= mostNotices;
    },
    add: (severity, code, { path, message }) => {
      if (items.length < mostNotices) items.push({ path, code, severity, message });
      else if (items.length === mostNotices)
        items.push({
          path: [],
          code: 'more-notices',
          severity: 'warning',
          message: `There are more than ${mostNotices} problems; the rest are not listed.`,
        });
    },
  };
}
