/** Which document this is: a design of this release, of a newer one, or something else altogether. */
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { failure, success, type Result } from '#core/base/result.ts';
import { designVersion } from './design.ts';
import type { NoticeList } from './notice-list.ts';
import { isRecord, type RawRecord } from './raw.ts';

const designKeys = ['columns', 'calls', 'constraints', 'models', 'sources', 'charts'] as const;

/** The document with `version` set to the current one, or why it is none we can read. */
export function identifyDesign(value: unknown, notices: NoticeList): Result<RawRecord, Diagnostic> {
  if (!isRecord(value))
    return refuse('not-a-design', 'This is not a Rowsmith design: it should be an object { … }.');
  const { version } = value;
  if (version === designVersion) return success(value);
  if (typeof version === 'number' && version > designVersion)
    return refuse(
      'version-newer',
      `This design was made by a newer Rowsmith (version ${version}). Update Rowsmith to open it.`,
    );
  if (!designKeys.some((key) => Array.isArray(value[key])))
    return refuse(
      'not-a-design',
      'This is not a Rowsmith design: it has neither a version nor columns.',
    );
  notices.add('warning', version === undefined ? 'version-missing' : 'version-unknown', {
    path: ['version'],
    message:
      version === undefined
        ? `The version is missing; it was read as version ${designVersion}.`
        : `The version should be the number ${designVersion}; the design was read as that version.`,
  });
  value.version = designVersion;
  return success(value);
}

function refuse(code: string, message: string): Result<never, Diagnostic> {
  return failure({
    path: code === 'version-newer' ? ['version'] : [],
    code,
    severity: 'error',
    message,
  });
}
