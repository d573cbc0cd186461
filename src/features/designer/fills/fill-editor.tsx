import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import { BooleanEditor } from './boolean-editor.tsx';
import { CategoryEditor } from './category-editor.tsx';
import { ChatEditor } from './chat-editor.tsx';
import { DatetimeEditor } from './datetime-editor.tsx';
import { FormulaEditor } from './formula-editor.tsx';
import { GeneratedEditor } from './generated-editor.tsx';
import { ListEditor } from './list-editor.tsx';
import { NumberEditor } from './number-editor.tsx';
import { ObjectEditor } from './object-editor.tsx';
import { PickEditor } from './pick-editor.tsx';
import { PostprocessEditor } from './postprocess-editor.tsx';
import { SequenceEditor } from './sequence-editor.tsx';
import { ShotsEditor } from './shots-editor.tsx';
import { SourceFillEditor } from './source-fill-editor.tsx';
import { SubcategoryEditor } from './subcategory-editor.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { UuidEditor } from './uuid-editor.tsx';

interface FillEditorProps {
  readonly column: Column;
  readonly path: JsonPath;
}

export function FillEditor({ column, path }: FillEditorProps) {
  const { fill } = column;
  const place = { column, path };
  switch (fill.kind) {
    case 'category':
      return <CategoryEditor {...place} fill={fill} />;
    case 'subcategory':
      return <SubcategoryEditor {...place} fill={fill} />;
    case 'number':
      return <NumberEditor {...place} fill={fill} />;
    case 'boolean':
      return <BooleanEditor {...place} fill={fill} />;
    case 'datetime':
      return <DatetimeEditor {...place} fill={fill} />;
    case 'uuid':
      return <UuidEditor {...place} fill={fill} />;
    case 'sequence':
      return <SequenceEditor {...place} fill={fill} />;
    case 'source':
      return <SourceFillEditor {...place} fill={fill} />;
    case 'generated':
      return <GeneratedEditor {...place} fill={fill} />;
    case 'formula':
      return <FormulaEditor {...place} fill={fill} />;
    case 'template':
      return <TemplateEditor {...place} fill={fill} />;
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
