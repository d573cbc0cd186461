import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import type { FillOf } from '#core/design/fill.ts';
import { ChatEditor } from './chat-editor.tsx';
import { ListEditor } from './list-editor.tsx';
import { ObjectEditor } from './object-editor.tsx';
import { PickEditor } from './pick-editor.tsx';
import { PostprocessEditor } from './postprocess-editor.tsx';
import { ShotsEditor } from './shots-editor.tsx';

type ShapedFill = FillOf<'list' | 'object' | 'chat' | 'postprocess' | 'pick' | 'shots'>;

interface ShapedFillEditorProps {
  readonly column: Column;
  readonly fill: ShapedFill;
  readonly path: JsonPath;
}

/** The form of a fill that shapes what a row already holds. */
export function ShapedFillEditor({ column, fill, path }: ShapedFillEditorProps) {
  const place = { column, path };
  switch (fill.kind) {
    case 'list':
      return <ListEditor {...place} fill={fill} />;
    case 'object':
      return <ObjectEditor {...place} fill={fill} />;
    case 'chat':
      return <ChatEditor {...place} fill={fill} />;
    case 'postprocess':
      return <PostprocessEditor {...place} fill={fill} />;
    case 'pick':
      return <PickEditor {...place} fill={fill} />;
    case 'shots':
      return <ShotsEditor {...place} fill={fill} />;
  }
}
