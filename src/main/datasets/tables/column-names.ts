import type { ColumnRole } from '../../../shared/contract/import';
import { composed } from '../../../shared/composed';

/** What published tables call their columns, without case, spaces and signs; those that say most come first. */
export const knownColumns: Record<ColumnRole, readonly (readonly string[])[]> = {
  path: [
    [
      ...['path', 'filepath', 'imagepath', 'imgpath', 'file', 'filename', 'imagefile', 'imagefilename', 'relativepath'],
      ...['fullpath', 'image', 'imagename', 'img', 'imgname', 'picture', 'pictures', 'photo', 'images', 'imageid'],
      ...['imgid', 'idcode', 'fname', 'uri', 'id', 'name', 'uuid', 'key', 'crop', '경로', '파일', '파일명', '파일이름'],
      ...['파일경로', '이미지', '이미지명', '이미지경로', '사진', '文件', '文件名', '图片', '画像', 'ファイル名'],
    ],
  ],
  label: [
    [
      ...['label', 'labels', 'class', 'classes', 'target', 'category', 'classname', 'labelname', 'categoryname'],
      ...['classlabel', 'classid', 'labelid', 'categoryid', 'targetname', 'groundtruth', 'gt', 'truth', 'y', 'tag'],
      ...['answer', '라벨', '레이블', '클래스', '분류', '정답', '범주', '카테고리', '标签', '类别', 'ラベル', 'クラス'],
    ],
    [
      ...[
        'diagnosis',
        'dx',
        'disease',
        'finding',
        'findings',
        'findinglabels',
        'pathology',
        'condition',
        'breed',
        'species',
      ],
      ...['variety', 'cultivar', 'emotion', 'expression', 'scene', 'style', 'genre', 'articletype', 'letter', 'digit'],
      ...['character', 'animal', 'plant', 'fruit', 'food', 'flower', 'defect', 'level', 'landmarkid', 'individualid'],
      ...['whaleid', 'scientificname', 'commonname', 'type', '종류', '품종', '종', '진단', '질병'],
    ],
  ],
  split: [
    [
      ...[
        'split',
        'set',
        'subset',
        'partition',
        'usage',
        'phase',
        'datasplit',
        'splitname',
        'splitset',
        'fold',
        'folds',
      ],
      ...['kfold', 'foldid', 'cvfold', 'istrain', 'istraining', 'istrainingimage', 'istrainingset', 'isvalid', 'isval'],
      ...['isvalidation', 'istest', '분할', '구분', '세트', '划分', '分割'],
    ],
  ],
};

/** A column's name as `knownColumns` has it. */
export function plainName(name: string): string {
  return composed(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The place of a name in the lists of a role: which list, and where in it; undefined where it is not known. */
export function rankOf(name: string, role: ColumnRole): { list: number; place: number } | undefined {
  const plain = plainName(name);
  const list = knownColumns[role].findIndex((names) => names.includes(plain));
  return list < 0 ? undefined : { list, place: knownColumns[role][list]?.indexOf(plain) ?? 0 };
}

export function isKnown(name: string): boolean {
  return (['path', 'label', 'split'] as const).some((role) => rankOf(name, role) !== undefined);
}
