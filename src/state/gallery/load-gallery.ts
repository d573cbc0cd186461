/** The finished designs that one can begin with: a file for each in this folder, loaded when the list is opened. */
import { invariant } from '#core/base/invariant.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';

export const galleryGroups = [
  'Records',
  'Training text',
  'Evaluation',
  'Numbers with a law',
  'From your data',
] as const;

export type GalleryGroup = (typeof galleryGroups)[number];

interface GalleryFile {
  readonly title: string;
  /** One line on what it shows. */
  readonly about: string;
  readonly group: string;
  /** Three rows as the design may make them, by column name. */
  readonly sample: readonly JsonObject[];
  readonly design: JsonValue;
}

export interface GalleryEntry extends Omit<GalleryFile, 'design' | 'group'> {
  readonly id: string;
  readonly group: GalleryGroup;
  readonly design: DatasetDesign;
  /** Nothing in it is written by a model. */
  readonly needsNoKey: boolean;
}

const files = import.meta.glob<GalleryFile>('./*.json', { import: 'default' });

/** All designs, by title. */
export async function loadGallery(): Promise<readonly GalleryEntry[]> {
  const loaded = await Promise.all(
    Object.entries(files).map(async ([path, load]) => entryOf(path, await load())),
  );
  return loaded.sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

function entryOf(path: string, { title, about, group, sample, design }: GalleryFile): GalleryEntry {
  const restored = restoreDesign(design);
  const known = galleryGroups.find((name) => name === group);
  invariant(restored.ok && known !== undefined, `the design ${path} of the gallery can be used`);
  return {
    id: path.replace(/^\.\/|\.json$/g, ''),
    title,
    about,
    group: known,
    sample,
    design: restored.value.design,
    needsNoKey: restored.value.design.calls.length === 0,
  };
}

/** Whether title, description, group or a column name has all words of a search. */
export function isFound({ title, about, group, design }: GalleryEntry, search: string): boolean {
  const names = design.columns.map(({ name }) => name);
  const text = [title, about, group, ...names].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
