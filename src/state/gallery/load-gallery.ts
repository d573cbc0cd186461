/** The finished designs that one can begin with: a file for each in this folder, loaded when the list is opened. */
import { invariant } from '#core/base/invariant.ts';
import type { JsonObject, JsonValue } from '#core/base/json.ts';
import type { DatasetDesign } from '#core/design/design.ts';
import { restoreDesign } from '#core/design/restore.ts';
import { galleryGroups, type GalleryGroup } from './gallery-group.ts';

interface GalleryFile {
  readonly title: string;
  /** One line on what it shows. */
  readonly about: string;
  readonly group: string;
  /** Three rows as the design may make them, by column name. */
  readonly sample: readonly JsonObject[];
  /** Why the demo model is not enough; absent where it is. */
  readonly needsModel?: string;
  readonly design: JsonValue;
}

export interface GalleryEntry extends Omit<GalleryFile, 'design' | 'group'> {
  readonly id: string;
  readonly group: GalleryGroup;
  readonly design: DatasetDesign;
  /** Nothing in it is written by a model. */
  readonly needsNoKey: boolean;
  /** It is a configuration of Oumi, and can be saved as one without loss. */
  readonly isOumi: boolean;
}

const files = import.meta.glob<GalleryFile>('./*.json', { import: 'default' });

/** All designs, by title. */
export async function loadGallery(): Promise<readonly GalleryEntry[]> {
  const { recipeDesign, recipes } = await import('./recipes/recipe-designs.ts');
  const loaded = await Promise.all(
    Object.entries(files).map(async ([path, load]) => fileEntry(path, await load())),
  );
  const configured = Object.entries(recipes).map(([id, recipe]) =>
    entryOf(id, recipe, recipeDesign(recipe)),
  );
  return [...loaded, ...configured].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

function fileEntry(path: string, { design, ...file }: GalleryFile): GalleryEntry {
  const restored = restoreDesign(design);
  const group = galleryGroups.find((name) => name === file.group);
  invariant(restored.ok && group !== undefined, `the design ${path} of the gallery can be used`);
  return entryOf(path.replace(/^\.\/|\.json$/g, ''), { ...file, group }, restored.value.design);
}

function entryOf(
  id: string,
  shown: Pick<GalleryEntry, 'title' | 'about' | 'group' | 'sample' | 'needsModel'>,
  design: DatasetDesign,
): GalleryEntry {
  const { title, about, group, sample, needsModel } = shown;
  return {
    id,
    title,
    about,
    group,
    sample,
    design,
    ...(needsModel === undefined ? {} : { needsModel }),
    needsNoKey: design.calls.length === 0,
    isOumi: design.dialect === 'oumi',
  };
}

/** Whether title, description, group or a column name has all words of a search. */
export function isFound(
  { title, about, group, design, isOumi }: GalleryEntry,
  search: string,
): boolean {
  const names = design.columns.map(({ name }) => name);
  const manner = isOumi ? ['oumi', 'yaml'] : [];
  const text = [title, about, group, ...names, ...manner].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
