import type { Translation } from '../translation';
import type { commandLine as english } from '../en/command-line';

export const commandLine = {
  notStarting: '{$command :josa form=이} 시작되지 않습니다. {$message}.',
  failed: '{$command :josa form=이} 실패했습니다. {$message}',
  pythonNotRunning: '{$python :josa form=이} 실행되지 않습니다. {$message}',
  noEngines: '{$python}에 torch도, tensorflow가 있는 keras도 없습니다. 하나를 설치하거나 빼십시오.',
  noCheckpointName:
    '"{$name}"{$name :particle form=은} 체크포인트가 아닙니다. last, best 또는 epoch-0010 같은 이름입니다.',
  noFileEither: '{$message} 그런 이름의 파일이나 폴더도 없습니다.',
  plainAndShortcut: '--plain과 --shortcut은 함께 쓸 수 없습니다.',
  updateAlone: '--update는 데이터셋을 전에 가져온 그대로 다시 가져옵니다. 경로나 다른 선택과 함께 쓸 수 없습니다.',
  nothingToImport: '가져올 것을 지정하거나, 다시 가져올 데이터셋을 --update로 지정하십시오.',
  twoOrigins: '학습은 파일이나 다른 학습 가운데 하나에서 시작합니다. --weights와 --from 중 하나만 지정하십시오.',
  classesOfNoWeights: '--weights-classes는 가중치 파일의 클래스 이름입니다. --weights로 그 파일을 지정하십시오.',
  severalRuns: '이름이 "{$run}"인 학습이 여럿입니다. 다음 ID 중 하나로 지정하십시오: {$ids}.',
  noRunOrFile: '"{$name}"{$name :particle form=은} 학습 기록도 파일도 아닙니다. 가중치가 있는 학습 기록: {$runs}.',
  noRunOrFileYet:
    '"{$name}"{$name :particle form=은} 학습 기록도 파일도 아닙니다. 가중치가 있는 학습 기록이 아직 없습니다.',
  noRun: '학습 기록 "{$run}"{$run :particle form=이} 없습니다. `runs`가 있는 것을 알려 줍니다.',
  noRunYet: '학습 기록 "{$run}"{$run :particle form=이} 없습니다. 학습 기록이 아직 하나도 없습니다.',
  notTrainingYet: '학습 {$run :josa form=은} 아직 시작하지 않고 차례를 기다리고 있습니다.',
  noEvaluationData: '{$weights :josa form=을} 무엇으로 평가할지 지정하십시오: --dataset <id|경로>.',
} as const satisfies Translation<typeof english>;
