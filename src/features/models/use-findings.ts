import { useState } from 'react';
import type { ConnectionReport, DraftProblems, ModelDraft } from '#state/model-actions.ts';

interface Found {
  readonly problems: DraftProblems;
  readonly report?: ConnectionReport;
}

export interface Findings {
  readonly problems: DraftProblems;
  readonly report: ConnectionReport | undefined;
  /** Does the work and shows what it found. True when it found nothing wrong. */
  readonly find: (work: () => Promise<Found>) => Promise<boolean>;
  readonly forget: () => void;
}

const nothing: Found = { problems: {} };

/** What saving and testing found out about a draft. It is shown at that draft and at no other. */
export function useFindings(draft: ModelDraft): Findings {
  const [findings, setFindings] = useState<{ readonly of: ModelDraft; readonly found: Found }>();
  const isCurrent = findings !== undefined && isSame(findings.of, draft);
  const { problems, report } = isCurrent ? findings.found : nothing;
  return {
    problems,
    report,
    async find(work) {
      const found = await work().catch(asReport);
      setFindings({ of: draft, found });
      return Object.keys(found.problems).length === 0 && found.report?.ok !== false;
    },
    forget() {
      setFindings(undefined);
    },
  };
}

function isSame(one: ModelDraft, other: ModelDraft): boolean {
  return (
    one.alias === other.alias &&
    one.provider === other.provider &&
    one.baseUrl === other.baseUrl &&
    one.model === other.model &&
    one.delivery === other.delivery &&
    one.parametersText === other.parametersText
  );
}

/** Only a worker that is gone rejects; everything else is an answer. */
function asReport(error: unknown): Found {
  const message = error instanceof Error ? error.message : String(error);
  return { problems: {}, report: { ok: false, origin: '', problem: { name: 'Error', message } } };
}
