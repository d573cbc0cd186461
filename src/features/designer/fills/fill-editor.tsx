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
import { TimedeltaEditor } from './timedelta-editor.tsx';
import { PersonEditor } from './person-editor.tsx';
import { FakerEditor } from './faker-editor.tsx';
import { PatternEditor } from './pattern-editor.tsx';
import { ConstantEditor } from './constant-editor.tsx';
import { TextsEditor } from './texts-editor.tsx';
import { SeriesEditor } from './series-editor.tsx';

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
    case 'timedelta':
      return <TimedeltaEditor {...place} fill={fill} />;
    case 'person':
      return <PersonEditor {...place} fill={fill} />;
    case 'faker':
      return <FakerEditor {...place} fill={fill} />;
    case 'pattern':
      return <PatternEditor {...place} fill={fill} />;
    case 'constant':
      return <ConstantEditor {...place} fill={fill} />;
    case 'texts':
      return <TextsEditor {...place} fill={fill} />;
    case 'series':
      return <SeriesEditor {...place} fill={fill} />;
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
