/** Of what was chosen for a run, where it does not go together. */
export const recipes = {
  'Nesterov momentum (nesterov) belongs to SGD, and the optimiser is AdamW: leave it out, or choose sgd.':
    'Nesterov 모멘텀은 SGD에만 있는데 옵티마이저가 AdamW입니다. 빼거나 SGD를 고르십시오.',
  'The momentum belongs to SGD, and the optimiser is AdamW: leave it out, or choose sgd.':
    '모멘텀은 SGD에만 있는데 옵티마이저가 AdamW입니다. 빼거나 SGD를 고르십시오.',
  'Nesterov momentum (nesterov) looks ahead by the momentum, which is 0: choose one such as 0.9, or leave it out.':
    'Nesterov 모멘텀은 모멘텀만큼 앞을 내다보는데 모멘텀이 0입니다. 0.9 같은 값을 고르거나 빼십시오.',
  'There is nothing to decay: the weight decay is 0. Give one such as 0.0001, or leave decay-all out.':
    '가중치 감쇠가 0이어서 감쇠할 것이 없습니다. 0.0001 같은 값을 주거나 모든 값의 감쇠를 빼십시오.',
  'Milestones belong to the schedule "step", and the schedule is "{schedule}": leave them out, or choose step.':
    '학습률을 낮추는 시점은 "step" 스케줄에만 있는데 스케줄이 "{schedule}"입니다. 빼거나 step을 고르십시오.',
  'Give the epochs or the steps of a run, not both.': '에폭과 스텝 중 하나만 정하십시오.',
  'The milestone at step {step} lies beyond the run of {steps} steps: choose one before its end, or fractions of the run such as 0.5,0.75.':
    '학습률을 낮추는 스텝 {step}이(가) {steps}스텝인 학습을 넘어섭니다. 끝나기 전의 스텝이나 0.5,0.75 같은 비율을 고르십시오.',
  'A warm-up of {warmup} steps leaves nothing of the run of {steps} steps: choose a shorter one, such as 0.05 of the run.':
    '웜업 {warmup}스텝이면 {steps}스텝인 학습에 남는 것이 없습니다. 전체의 0.05처럼 더 짧게 고르십시오.',
  '{name} must be {expected}, and {given} was given.':
    '{name!}: {given}은(는) 쓸 수 없습니다. 쓸 수 있는 값: {expected!}.',
  '{epochs} epochs of this dataset are {steps} steps, and a run has {most} at most: choose {fewer} epochs or fewer.':
    '이 데이터셋의 {epochs}에폭은 {steps}스텝인데, 학습은 {most}스텝까지입니다. {fewer}에폭 이하로 고르십시오.',
  '{network} has no residual blocks whose last scales could start at zero: leave that out, or choose a ResNet.':
    '{network}에는 마지막 스케일을 0으로 시작할 잔차 블록이 없습니다. 그 설정을 빼거나 ResNet을 고르십시오.',
  'Dataset "{name}" has no pictures to train on.': '데이터셋 "{name}"에 학습할 사진이 없습니다.',
  'A batch of {batch} is more than the {count} training pictures of "{name}": choose {most} or fewer.':
    '배치 크기 {batch}은(는) "{name}"의 학습용 사진 {count}장보다 많습니다. {most} 이하로 고르십시오.',
  'The schedule "plateau" follows the validation error, and "{name}" has no validation pictures: choose step or cosine.':
    '"plateau" 스케줄은 검증 오류율을 따르는데 "{name}"에 검증용 사진이 없습니다. step이나 cosine을 고르십시오.',
  'Patience watches the validation error, and "{name}" has no validation pictures: leave the patience out.':
    '조기 종료는 검증 오류율을 살피는데 "{name}"에 검증용 사진이 없습니다. 조기 종료를 빼십시오.',

  '{network} with a batch of {batch} needs about {needed} of memory, and {usable} can be used here: choose a batch of {most} or fewer.':
    '배치 크기 {batch}인 {network}에는 메모리가 약 {needed} 필요한데 여기서 쓸 수 있는 것은 {usable}입니다. 배치 크기를 {most} 이하로 고르십시오.',
  '{network} with a batch of {batch} needs about {needed} of memory, and {usable} can be used here: choose a smaller network or smaller pictures.':
    '배치 크기 {batch}인 {network}에는 메모리가 약 {needed} 필요한데 여기서 쓸 수 있는 것은 {usable}입니다. 더 작은 네트워크나 더 작은 사진을 고르십시오.',
  '{classes} classes: a classifier needs at least 2.': '클래스가 {classes}개입니다. 분류하려면 둘 이상이 필요합니다.',

  'Input size {size} is too small for {network}: its 7x7 convolution of stride 2, its max pooling and its stages reduce height and width {times} times, so both must be {least} pixels or more. The nearest networks that fit are {names}.':
    '입력 크기 {size}은(는) {network}에 너무 작습니다. 스트라이드가 2인 7x7 합성곱과 최대 풀링, 스테이지들이 높이와 너비를 {times}분의 1로 줄이므로 둘 다 {least}픽셀 이상이어야 합니다. 맞는 네트워크 중 가까운 것: {names}.',
  'Input size {size} is too small for {network}: its 7x7 convolution of stride 2, its max pooling and its stages reduce height and width {times} times, so both must be {least} pixels or more. The nearest networks that fit are {names} at {fitting}.':
    '입력 크기 {size}은(는) {network}에 너무 작습니다. 스트라이드가 2인 7x7 합성곱과 최대 풀링, 스테이지들이 높이와 너비를 {times}분의 1로 줄이므로 둘 다 {least}픽셀 이상이어야 합니다. 맞는 네트워크 중 가까운 것: 크기 {fitting}에서 {names}.',
  'Input size {size} does not fit {network}: its strides divide height and width by {factor}; the nearest size that fits is {nearest}.':
    '입력 크기 {size}은(는) {network}에 맞지 않습니다. 스트라이드가 높이와 너비를 {factor}(으)로 나눕니다. 맞는 크기 중 가장 가까운 것은 {nearest}입니다.',
  'Input size {size}: height, width and channels must be whole numbers above 0, such as 32x32x3.':
    '입력 크기 {size}: 높이, 너비, 채널은 32x32x3처럼 0보다 큰 정수여야 합니다.',

  '{network}: a network of the CIFAR family has 6n+2 layers; the nearest are {one} and {other}. The ImageNet family has {names}.':
    '{network}: CIFAR 계열의 네트워크는 층이 6n+2개입니다. 가까운 것은 {one}, {other}입니다. ImageNet 계열에는 {names}이(가) 있습니다.',
  '{network}: a network of the CIFAR family has 6n+2 layers; the nearest are {name}. The ImageNet family has {names}.':
    '{network}: CIFAR 계열의 네트워크는 층이 6n+2개입니다. 가까운 것은 {name}입니다. ImageNet 계열에는 {names}이(가) 있습니다.',
  'highway{depth}: the highway networks are {names}.': 'highway{depth}: Highway 네트워크는 {names}입니다.',
  'highway{depth}: the highway networks are {one} and {other}.':
    'highway{depth}: Highway 네트워크는 {one}, {other}입니다.',
  'Unknown network "{name}". Known are {known}, their plain twins such as plain20, any depth of 6n+2, and {one} and {other}.':
    '모르는 네트워크 "{name}"입니다. 쓸 수 있는 것: {known}, plain20처럼 지름길 연결이 없는 것, 깊이가 6n+2인 것, {one}, {other}.',
  'Unknown network "{name}". Known are {known}, their plain twins such as plain20, any depth of 6n+2, and {names}.':
    '모르는 네트워크 "{name}"입니다. 쓸 수 있는 것: {known}, plain20처럼 지름길 연결이 없는 것, 깊이가 6n+2인 것, {names}.',
  '{network} has shortcuts with gates: leave option {option} out.':
    '{network}의 지름길 연결에는 게이트가 있습니다. 옵션 {option}을(를) 빼십시오.',
  '{network} has no shortcuts: leave option {option} out.':
    '{network}에는 지름길 연결이 없습니다. 옵션 {option}을(를) 빼십시오.',
  '{network} has no bottleneck blocks: leave their stride out, or choose resnet50, resnet101 or resnet152.':
    '{network}에는 병목 블록이 없습니다. 병목 블록의 스트라이드를 빼거나 resnet50, resnet101, resnet152 중에서 고르십시오.',
  '{network} has no plain twin: it is made of its gates.':
    '{network}은(는) 게이트로 이루어져 지름길 연결이 없는 네트워크가 따로 없습니다.',
};
