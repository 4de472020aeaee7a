/** Of a run that trains: why it cannot start, why it ended, and what computes it. */
export const training = {
  'The run cannot start: {place}: {message}.': '학습을 시작할 수 없습니다. {place}: {message!}.',
  'a fraction below 1, or a whole number of steps': '1보다 작은 비율이거나 정수 스텝 수여야 합니다',
  'The checkpoints of the run need {needed}, and the disk of {folder} has {free} free: make room, or choose another data folder.':
    '학습의 체크포인트에 {needed}가 필요한데, {folder}의 디스크에는 {free}만 비어 있습니다. 공간을 비우거나 다른 데이터 폴더를 선택하십시오.',
  'The checkpoints of the run need {needed}, and the disk of {folder} has {free} free: make room, keep fewer checkpoints, or choose another data folder.':
    '학습의 체크포인트에 {needed}가 필요한데, {folder}의 디스크에는 {free}만 비어 있습니다. 공간을 비우거나, 체크포인트를 더 적게 남기거나, 다른 데이터 폴더를 선택하십시오.',
  'The training process could not be started: {message}': '학습 프로세스를 시작하지 못했습니다. {message!}',
  'A loader thread ended with code {code}.': '사진을 읽는 스레드가 코드 {code}(으)로 끝났습니다.',

  "{what} is no longer a number at step {step} with learning rate {rate}: the training diverged. Start again with a lower learning rate, such as {lower}. A warm-up or clipping the gradient's norm, such as to 1, helps too.":
    '스텝 {step}, 학습률 {rate}에서 숫자가 아닌 값이 나왔습니다({what!}). 학습이 발산했습니다. {lower} 같은 더 낮은 학습률로 다시 시작하십시오. 웜업이나 기울기 노름을 1 정도로 클리핑하는 것도 도움이 됩니다.',
  'The loss': '손실',
  'The loss of the {split} pictures': '{split!} 사진의 손실',
  'A number of {name}': '{name}의 값',
  train: '학습',
  validation: '검증',
  test: '테스트',
  'The run ends early, after step {step}: for {epochs} epochs the validation error has not fallen below {error} %.':
    '스텝 {step}에서 학습을 일찍 끝냅니다. {epochs}에폭 동안 검증 오류율이 {error}% 아래로 내려가지 않았습니다.',

  'The disk of {folder} is full: a checkpoint or the metrics could not be written. Make room, and resume the run.':
    '{folder}의 디스크가 가득 차 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오.',
  'The disk quota for {folder} is used up: a checkpoint or the metrics could not be written. Make room, and resume the run.':
    '{folder}에 쓸 수 있는 디스크 할당량을 모두 써서 체크포인트나 지표를 저장하지 못했습니다. 공간을 비우고 이어서 학습하십시오.',
  'The disk of {folder} has become read-only, so that nothing more could be written. Make it writable again, and resume the run.':
    '{folder}의 디스크가 읽기 전용이 되어 더 이상 저장하지 못했습니다. 다시 쓸 수 있게 하고 이어서 학습하십시오.',
  'Writing to {folder} is no longer permitted. Give the studio permission again, and resume the run.':
    '{folder}에 더 이상 쓸 수 없습니다. 프로그램에 다시 권한을 주고 이어서 학습하십시오.',
  'The disk of {folder} failed while the run was written. Check the disk, and resume the run.':
    '학습을 저장하는 중에 {folder}의 디스크에 오류가 났습니다. 디스크를 점검하고 이어서 학습하십시오.',
  'Something of {folder} is gone: it was moved or deleted while the run trained. Put it back, and resume the run.':
    '{folder}에 있던 것이 없어졌습니다. 학습하는 동안 옮겨졌거나 삭제되었습니다. 되돌려 놓고 이어서 학습하십시오.',
  'There is not enough memory to train {network} with a batch of {batch}. Try a batch of {smaller}.':
    '{network}을(를) 배치 {batch}(으)로 학습할 메모리가 부족합니다. 배치 {smaller}을(를) 시도하십시오.',
  '{message} The checkpoint of step {step} is kept.': '{message!} 스텝 {step}의 체크포인트는 남아 있습니다.',

  'The process was killed from outside (SIGKILL), by the system when memory runs out. Try a smaller batch, or close other programs.':
    '프로세스가 밖에서 강제로 종료되었습니다(SIGKILL). 메모리가 모자라면 시스템이 그렇게 합니다. 더 작은 배치를 쓰거나 다른 프로그램을 닫으십시오.',
  'The process crashed ({signal}). Try a smaller batch; if it happens again, `doctor` checks the installation.':
    '프로세스가 비정상 종료되었습니다({signal}). 더 작은 배치를 시도하십시오. 다시 일어나면 `doctor` 명령으로 설치를 점검하십시오.',
  'The process ended unexpectedly ({how}). `doctor` checks the installation.':
    '프로세스가 예기치 않게 끝났습니다({how!}). `doctor` 명령으로 설치를 점검하십시오.',
  'access violation': '메모리 접근 위반',
  'out of memory': '메모리 부족',
  'stack overflow': '스택 넘침',
  aborted: '중단',
  'it could not be started': '시작하지 못함',
  'exit code {code}': '종료 코드 {code}',
  'The run was ended at once, without a checkpoint.': '체크포인트를 저장하지 않고 학습을 바로 끝냈습니다.',
  'The studio was closed before the run had its turn.': '학습 차례가 오기 전에 프로그램을 닫았습니다.',
  'The studio was closed before the run had its turn. What was written until then is kept.':
    '학습 차례가 오기 전에 프로그램을 닫았습니다. 그때까지 저장된 것은 남아 있습니다.',
  'The studio ended while the run trained. What was written until then is kept.':
    '학습하는 동안 프로그램이 끝났습니다. 그때까지 저장된 것은 남아 있습니다.',
  'The studio ended while the run trained. A checkpoint was written.':
    '학습하는 동안 프로그램이 끝났습니다. 체크포인트를 저장했습니다.',

  'Precision auto: a step takes {float} in float32 and {brain} in bfloat16 here, so float32 is taken.':
    '자동 정밀도: 여기서 한 스텝에 float32는 {float}, bfloat16은 {brain}가 걸려 float32를 씁니다.',
  'Precision auto: a step takes {float} in float32 and {brain} in bfloat16 here, so bfloat16 is taken.':
    '자동 정밀도: 여기서 한 스텝에 float32는 {float}, bfloat16은 {brain}가 걸려 bfloat16을 씁니다.',
  'Precision auto: float32 is taken, since this processor has no AVX-512, without which bfloat16 is many times slower.':
    '자동 정밀도: 이 프로세서에는 AVX-512가 없어 bfloat16이 몇 배 느리므로 float32를 씁니다.',
  'TensorFlow compiles the step for the GPU: the first one takes up to a minute.':
    'TensorFlow가 GPU용으로 스텝을 컴파일합니다. 첫 스텝은 1분까지 걸립니다.',
};
