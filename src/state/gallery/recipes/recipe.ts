import type { JsonObject } from '#core/base/json.ts';
import type { GalleryGroup } from '#state/gallery/gallery-group.ts';

/** A design to begin with that is kept as a configuration of Oumi. */
export interface Recipe {
  readonly title: string;
  /** One line on what it shows. */
  readonly about: string;
  readonly group: GalleryGroup;
  /** Three rows as the design may make them, by column name. */
  readonly sample: readonly JsonObject[];
  readonly config: string;
}
