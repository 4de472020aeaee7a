/** Of runs as they are kept: their files, labels, archives, the queue, and going on. */
export const runs = {
  queued: '대기 중',
  preparing: '준비 중',
  training: '학습 중',
  paused: '일시 정지',
  finished: '완료',
  stopped: '멈춤',
  interrupted: '중단됨',
  failed: '실패',

  'There is no run "{run}".': '학습 기록 "{run}"이(가) 없습니다.',
  '"{run}" is not a run.': '"{run}"은(는) 학습 기록이 아닙니다.',
  'Run {run} is in the store already. Delete it first, if it is to be replaced.':
    '학습 기록 {run}이(가) 이미 보관되어 있습니다. 바꾸려면 먼저 삭제하십시오.',
  'Run {run} has no checkpoint yet: one is written after each epoch, and when a run is stopped.':
    '학습 기록 {run}에 아직 체크포인트가 없습니다. 체크포인트는 에폭이 끝날 때와 학습을 멈출 때 저장됩니다.',
  'Run {run} has no checkpoint "{name}". It has: {names}.':
    '학습 기록 {run}에 체크포인트 "{name}"이(가) 없습니다. 있는 것: {names}.',
  'Run {run} has no checkpoint "{name}". It has none yet.':
    '학습 기록 {run}에 체크포인트 "{name}"이(가) 없습니다. 아직 하나도 없습니다.',
  'A run needs a name of 1 to 200 characters.': '학습 기록의 이름은 1자에서 200자까지여야 합니다.',
  'This cannot be noted ({place}: {message}).': '저장할 수 없습니다({place}: {message!}).',
  'a tag has no comma and does not begin with #': '태그에는 쉼표를 쓸 수 없고 #으로 시작할 수 없습니다',

  'Run {run} is not over ({state}): stop it before it is archived.':
    '학습 {run}이(가) 끝나지 않았습니다({state!}). 보관하려면 먼저 멈추십시오.',
  'Run {run} is not over ({state}): stop it before it is exported.':
    '학습 {run}이(가) 끝나지 않았습니다({state!}). 내보내려면 먼저 멈추십시오.',
  'Run {run} is not over ({state}), so it cannot be resumed.':
    '학습 {run}이(가) 끝나지 않아({state!}) 이어서 학습할 수 없습니다.',
  'Run {run} is not over: stop it before it is removed.':
    '학습 {run}이(가) 끝나지 않았습니다. 삭제하려면 먼저 멈추십시오.',
  'Run {run} cannot be brought back: look for it in the trash.':
    '학습 기록 {run}을(를) 되돌릴 수 없습니다. 휴지통에서 찾아보십시오.',
  'Run {run} could not be moved to the trash: {message}':
    '학습 기록 {run}을(를) 휴지통으로 옮기지 못했습니다. {message!}',
  'Run {run} is over already ({state}).': '학습 {run}은(는) 이미 끝났습니다({state!}).',
  'Run {run} is over ({state}).': '학습 {run}은(는) 끝났습니다({state!}).',
  'Run {run} was started by another window or command line: stop it there.':
    '학습 {run}은(는) 다른 창이나 명령줄에서 시작했습니다. 그곳에서 멈추십시오.',
  'Run {run} does not train ({state}), so it cannot be paused.':
    '학습 {run}은(는) 진행 중이 아니어서({state!}) 일시 정지할 수 없습니다.',
  'Run {run} does not train ({state}), so it cannot be continued.':
    '학습 {run}은(는) 진행 중이 아니어서({state!}) 계속할 수 없습니다.',
  'The process {pid} that trains run {run} does not answer. See what it does, or end it: the run can be resumed.':
    '학습 {run}을(를) 진행하는 프로세스 {pid}이(가) 응답하지 않습니다. 무엇을 하는지 확인하거나 끝내십시오. 학습은 이어서 할 수 있습니다.',
  'Run {run} does not wait in the queue. `runs` tells the state of each run.':
    '학습 {run}은(는) 대기열에 없습니다. 학습마다의 상태는 `runs` 명령으로 볼 수 있습니다.',

  'The dataset "{name}" has changed since the run was made, so that the run cannot go on as it began. Start a new run, or put the files back as they were and update the dataset from its source.':
    '학습을 시작한 뒤 데이터셋 "{name}"이(가) 바뀌어 처음과 같이 이어서 학습할 수 없습니다. 새로 학습하거나, 파일을 원래대로 되돌리고 데이터셋을 원본에서 다시 가져오십시오.',
  'Run {run} is finished. To train it further say up to how many epochs; it had {epochs}.':
    '학습 {run}은(는) 끝났습니다. 더 학습하려면 몇 에폭까지 할지 정하십시오. 지금까지 {epochs}에폭이었습니다.',
  '{epochs} epochs are {total} steps, and run {run} has done {steps} of {planned}: name more epochs.':
    '{epochs}에폭은 {total}스텝인데, 학습 {run}은(는) {planned}스텝 중 {steps}스텝을 마쳤습니다. 더 많은 에폭을 지정하십시오.',
  '{path} does not say where its run stood, so the run cannot go on from it. Start a new run with --weights {file}.':
    '{path}에 학습이 어디까지 진행되었는지 적혀 있지 않아 이어서 학습할 수 없습니다. --weights {file}(으)로 새로 학습하십시오.',

  '{path} is too large for a zip, which may hold 2 GiB. Copy the folder of the run instead.':
    '{path}은(는) zip에 담기에 너무 큽니다. zip에는 2 GiB까지 담을 수 있습니다. 대신 학습 기록의 폴더를 복사하십시오.',
  'Run {run} is too large for a zip, which may hold 2 GiB. Copy the folder of the run instead.':
    '학습 기록 {run}은(는) zip에 담기에 너무 큽니다. zip에는 2 GiB까지 담을 수 있습니다. 대신 학습 기록의 폴더를 복사하십시오.',
  'What {path} holds is too large for a zip, which may hold 2 GiB. Copy the folder of the run instead.':
    '{path}의 내용은(는) zip에 담기에 너무 큽니다. zip에는 2 GiB까지 담을 수 있습니다. 대신 학습 기록의 폴더를 복사하십시오.',
  '{path} exists already. Choose another name, or remove it first.':
    '{path}이(가) 이미 있습니다. 다른 이름을 고르거나 먼저 삭제하십시오.',
  '{path} could not be unpacked: {message}': '{path}의 압축을 풀지 못했습니다. {message!}',
  '{path} is not a zip file, or is damaged: {message}': '{path}은(는) zip 파일이 아니거나 손상되었습니다. {message!}',
  '{path} was not written by this program: "{name}" would lie outside the run\'s folder.':
    '{path}은(는) 이 프로그램이 저장한 파일이 아닙니다. "{name}"이(가) 학습 기록의 폴더 바깥에 놓이게 됩니다.',
  '{path} was not written by this program: it has a file twice.':
    '{path}은(는) 이 프로그램이 저장한 파일이 아닙니다. 같은 파일이 두 번 들어 있습니다.',
  '{path} holds no run: there is no config.json in it.': '{path}에 학습 기록이 없습니다. config.json이 없습니다.',
  '{path} holds no run: {message}': '{path}에 학습 기록이 없습니다. {message!}',
  '{path} is damaged at "{name}": {message}. Export the run again.':
    '{path} 파일의 "{name}" 부분이 손상되었습니다. {message!}. 학습 기록을 다시 내보내십시오.',

  '{path} is damaged: its version is no number.': '{path!} 파일이 손상되었습니다. 버전이 숫자가 아닙니다.',
  '{path} was made by a newer version of the studio (format {version}; this one knows those up to {known}). Update the studio to use it.':
    '{path!} 파일은 더 새로운 버전의 프로그램이 만들었습니다(형식 {version}, 이 프로그램은 {known}까지 읽습니다). 쓰려면 프로그램을 업데이트하십시오.',
  '{path} is damaged: there is something wrong with {place}.':
    '{path!} 파일이 손상되었습니다. {place} 값이 잘못되었습니다.',
  '{path} is damaged.': '{path!} 파일이 손상되었습니다.',
  '{path} is missing.': '{path!} 파일이 없습니다.',
  'config.json in {path}': '{path} 안의 config.json',
  '{path} was written by a newer version of the studio (format {version}): update this one.':
    '{path} 파일은 더 새로운 버전의 프로그램이 저장했습니다(형식 {version}). 이 프로그램을 업데이트하십시오.',
  '{path} is held by process {pid} on {host}. Wait until it is done, or end that process.':
    '{path}을(를) {host}의 프로세스 {pid}이(가) 쓰고 있습니다. 끝날 때까지 기다리거나 그 프로세스를 끝내십시오.',
};
