/** A YAML file as a tree of typed values, each with its place in the text. */

interface Placed {
  /** 1-based line of the text. */
  readonly line: number;
}

export type ScalarType = 'text' | 'int' | 'float' | 'bool' | 'null';

export interface YamlScalar extends Placed {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly value: string | number | boolean | null;
}

export interface YamlList extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlMap extends Placed {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
}

export type YamlNode = YamlScalar | YamlList | YamlMap;
