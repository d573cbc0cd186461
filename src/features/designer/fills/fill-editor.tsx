import type { JsonPath } from '#core/base/diagnostic.ts';
import type { Column } from '#core/design/design.ts';
import { BooleanEditor } from './boolean-editor.tsx';
import { CategoryEditor } from './category-editor.tsx';
import { DatetimeEditor } from './datetime-editor.tsx';
import { FormulaEditor } from './formula-editor.tsx';
import { GeneratedEditor } from './generated-editor.tsx';
import { NumberEditor } from './number-editor.tsx';
import { SequenceEditor } from './sequence-editor.tsx';
import { ShapedFillEditor } from './shaped-fill-editor.tsx';
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
    default:
      return <ShapedFillEditor column={column} fill={fill} path={path} />;
  }
}
