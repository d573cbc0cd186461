export const galleryGroups = [
  'Records',
  'Training text',
  'Evaluation',
  'Numbers with a law',
  'From your data',
] as const;

export type GalleryGroup = (typeof galleryGroups)[number];
