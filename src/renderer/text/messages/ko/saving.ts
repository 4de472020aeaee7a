import type { Messages } from '../en';

export const saving: Messages['saving'] = {
  classesOf: (dataset) => `${dataset} 클래스`,
  pictures: '이미지',
  report: '보고서 내보내기…',
  reported: (name, path) => `${name}의 보고서를 ${path}에 저장했습니다.`,
  noReport: (name) => `${name}의 보고서를 만들지 못했습니다`,
};
