/** How a text that is written from fields is proved: read back by a second request, or looked through. */
import type { z } from 'zod';
import type { DeepReadonly } from './deep-readonly.ts';
import type { Call, Column, DatasetDesign } from './design.ts';
import type { verificationSchema } from './verification-schema.ts';

export type Verification = DeepReadonly<z.infer<typeof verificationSchema>>;

/** The columns of a verification, where all of them are there. */
export function verifiedColumns(
  { verify }: Call,
  { columns }: Pick<DatasetDesign, 'columns'>,
):
  | { readonly text: Column; readonly report: Column; readonly fields: readonly Column[] }
  | undefined {
  const column = (id: string | undefined) => columns.find((one) => one.id === id);
  const [text, report] = [column(verify?.text), column(verify?.report)];
  const fields = (verify?.fields ?? []).flatMap((id) => column(id) ?? []);
  return text === undefined || report === undefined || fields.length === 0
    ? undefined
    : { text, report, fields };
}
