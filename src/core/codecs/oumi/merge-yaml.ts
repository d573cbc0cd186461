/**
 * Carries changes of a configuration into the file it came from: what is the same in both trees is not
 * touched, so comments, order and settings that nobody here knows stay as they are.
 */
import {
  isMap,
  isSeq,
  Pair,
  Scalar,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '#core/base/json.ts';
import { isSameTree } from './write-config.ts';
import { yamlText, yamlValue } from './yaml-value.ts';

/** Changes the document in place. `before` is what the document says, `after` what it is to say. */
export function mergeYaml(document: Document, before: JsonObject, after: JsonObject): void {
  if (isSameTree(before, after)) return;
  document.contents = mergeNode(document.contents, before, after);
}

function mergeNode(node: unknown, before: JsonValue | undefined, after: JsonValue): Node {
  if (isMap(node) && isJsonObject(after)) {
    mergeMap(node, isJsonObject(before) ? before : {}, after);
    return node;
  }
  if (isSeq(node) && Array.isArray(after)) {
    mergeList(node, Array.isArray(before) ? before : [], after as readonly JsonValue[]);
    return node;
  }
  const fresh = yamlValue(after);
  if (node instanceof Scalar && fresh instanceof Scalar) {
    // The comment behind a value belongs to its place, not to the value.
    if (typeof node.comment === 'string') fresh.comment = node.comment;
    if (typeof node.commentBefore === 'string') fresh.commentBefore = node.commentBefore;
  }
  return fresh;
}

function mergeMap(map: YAMLMap, before: JsonObject, after: JsonObject): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) map.delete(key);
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key) && isSameTree(before[key], value)) continue;
    const pair = map.items.find((item) => keyOf(item.key) === key);
    if (pair === undefined) map.items.push(new Pair(yamlText(key), yamlValue(value)));
    else pair.value = mergeNode(pair.value, before[key], value);
  }
}

function keyOf(key: unknown): unknown {
  return key instanceof Scalar ? key.value : key;
}

/** Items with ids are followed wherever they moved; others are compared place by place. */
function mergeList(list: YAMLSeq, before: readonly JsonValue[], after: readonly JsonValue[]): void {
  const ids = before.map(idOf);
  const isNamed =
    before.length === list.items.length &&
    !ids.includes(undefined) &&
    new Set(ids).size === ids.length;
  const places = after.map((item, index) => {
    const id = idOf(item);
    return isNamed && id !== undefined ? ids.indexOf(id) : index;
  });
  const items = list.items;
  list.items = after.map((item, index) => {
    const place = places[index] ?? -1;
    const node = place === -1 ? undefined : items[place];
    if (node === undefined || place >= before.length) return yamlValue(item);
    return isSameTree(before[place], item) ? node : mergeNode(node, before[place], item);
  });
}

function idOf(item: JsonValue | undefined): string | undefined {
  if (!isJsonObject(item)) return undefined;
  return typeof item.id === 'string' ? item.id : undefined;
}
