"""Times one training step in PyTorch or Keras, for comparison with the studio's own.

    python peers.py --engine torch --model resnet20 --batch 128 --precision float32 --steps 10

Needs `torch`, or `keras` with `tensorflow`, in the Python that runs it. A step is forward, loss, backward and the
update by stochastic gradient descent with momentum and weight decay, on one fixed batch of random pictures; nothing is
loaded and nothing augmented. The last line on standard output is the result as JSON.
"""

import argparse
import json
import os
import statistics
import sys
import time
from typing import Callable, NamedTuple

RATE, MOMENTUM, DECAY = 0.1, 0.9, 1e-4


class Plan(NamedTuple):
    """A network of the paper: CIFAR ones after section 4.2 with option A, ImageNet ones after table 1 with option B."""

    imagenet: bool
    bottleneck: bool
    blocks: tuple
    widths: tuple
    side: int
    classes: int


IMAGENET_BLOCKS = {18: (2, 2, 2, 2), 34: (3, 4, 6, 3), 50: (3, 4, 6, 3), 101: (3, 4, 23, 3), 152: (3, 8, 36, 3)}


def plan_of(model: str) -> Plan:
    depth = int("".join(filter(str.isdigit, model)))
    if depth in IMAGENET_BLOCKS:
        return Plan(True, depth >= 50, IMAGENET_BLOCKS[depth], (64, 128, 256, 512), 224, 1000)
    if depth < 8 or depth % 6 != 2:
        sys.exit(f"error: {model} is no network of the paper")
    return Plan(False, False, (depth // 6,) * 3, (16, 32, 64), 32, 10)


def blocks_of(plan: Plan):
    """Input channels, width, output channels and stride of each block in turn."""
    channels = plan.widths[0]
    for stage, (count, width) in enumerate(zip(plan.blocks, plan.widths)):
        out = 4 * width if plan.bottleneck else width
        for index in range(count):
            yield channels, width, out, 2 if stage and not index else 1
            channels = out


def convolutions_of(plan: Plan, channels: int, width: int, out: int, stride: int):
    """Kernel, input channels, output channels and stride of each convolution in a block."""
    if plan.bottleneck:
        return (1, channels, width, 1), (3, width, width, stride), (1, width, out, 1)
    return (3, channels, width, stride), (3, width, out, 1)


def torch_step(options) -> tuple[Callable[[], float], int]:
    import torch
    from torch import nn

    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    plan = plan_of(options.model)

    def unit(kernel, inside, outside, stride, activated):
        layers = [nn.Conv2d(inside, outside, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outside)]
        return nn.Sequential(*layers, *([nn.ReLU(inplace=True)] if activated else []))

    class Subsampled(nn.Module):
        """Option A: every second pixel, and channels of zeros."""

        def __init__(self, more):
            super().__init__()
            self.sides = (0, 0, 0, 0, more // 2, more - more // 2)

        def forward(self, x):
            return nn.functional.pad(x[:, :, ::2, ::2], self.sides)

    class Residual(nn.Module):
        def __init__(self, channels, width, out, stride):
            super().__init__()
            rows = convolutions_of(plan, channels, width, out, stride)
            self.body = nn.Sequential(*[unit(*row, index < len(rows) - 1) for index, row in enumerate(rows)])
            self.shortcut = nn.Identity()
            if channels != out or stride != 1:
                projection = unit(1, channels, out, stride, False) if plan.imagenet else Subsampled(out - channels)
                self.shortcut = projection

        def forward(self, x):
            return torch.relu(self.body(x) + self.shortcut(x))

    first = plan.widths[0]
    stem = [unit(7, 3, first, 2, True), nn.MaxPool2d(3, 2, 1)] if plan.imagenet else [unit(3, 3, first, 1, True)]
    blocks = list(blocks_of(plan))
    head = [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(blocks[-1][2], plan.classes)]
    network = nn.Sequential(*stem, *[Residual(*row) for row in blocks], *head)
    network = network.to(device, memory_format=torch.channels_last)
    parameters = sum(tensor.numel() for tensor in network.parameters())
    optimizer = torch.optim.SGD(network.parameters(), RATE, MOMENTUM, weight_decay=DECAY)
    pictures = torch.randn(options.batch, 3, plan.side, plan.side, device=device)
    pictures = pictures.contiguous(memory_format=torch.channels_last)
    labels = torch.randint(plan.classes, (options.batch,), device=device)
    forward = torch.compile(network) if options.engine == "torch-compile" else network

    def step() -> float:
        with torch.autocast(device, torch.bfloat16, enabled=options.precision == "bfloat16"):
            loss = nn.functional.cross_entropy(forward(pictures), labels)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step, parameters


def keras_step(options) -> tuple[Callable[[], float], int]:
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    import keras
    import numpy
    import tensorflow
    from keras import layers

    tensorflow.config.threading.set_intra_op_parallelism_threads(options.threads)
    tensorflow.config.threading.set_inter_op_parallelism_threads(options.threads)
    if options.precision == "bfloat16":
        keras.config.set_dtype_policy("mixed_bfloat16")
    plan = plan_of(options.model)
    # The gradient of half the square is the weight itself.
    penalty = keras.regularizers.L2(DECAY / 2)

    def unit(x, kernel, inside, outside, stride, activated):
        if stride > 1 and kernel > 1:
            x = layers.ZeroPadding2D(kernel // 2)(x)
        padding = "valid" if stride > 1 else "same"
        settings = {"use_bias": False, "kernel_initializer": "he_normal", "kernel_regularizer": penalty}
        x = layers.BatchNormalization()(layers.Conv2D(outside, kernel, stride, padding, **settings)(x))
        return layers.ReLU()(x) if activated else x

    def shortcut(x, channels, out, stride):
        if channels == out and stride == 1:
            return x
        if plan.imagenet:
            return unit(x, 1, channels, out, stride, False)
        more = out - channels
        sampled = layers.AveragePooling2D(1, stride)(x)
        sides = [[0, 0], [0, 0], [0, 0], [more // 2, more - more // 2]]
        return layers.Lambda(lambda y: tensorflow.pad(y, sides))(sampled)

    pictures = layers.Input((plan.side, plan.side, 3))
    if plan.imagenet:
        x = unit(pictures, 7, 3, plan.widths[0], 2, True)
        x = layers.MaxPooling2D(3, 2)(layers.ZeroPadding2D(1)(x))
    else:
        x = unit(pictures, 3, 3, plan.widths[0], 1, True)
    for channels, width, out, stride in blocks_of(plan):
        rows = convolutions_of(plan, channels, width, out, stride)
        y = x
        for index, row in enumerate(rows):
            y = unit(y, *row, index < len(rows) - 1)
        x = layers.ReLU()(layers.Add()([y, shortcut(x, channels, out, stride)]))
    logits = layers.Dense(plan.classes, dtype="float32")(layers.GlobalAveragePooling2D()(x))
    network = keras.Model(pictures, logits)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    on_gpu = bool(tensorflow.config.list_physical_devices("GPU"))
    compiled = {"jit_compile": "auto" if on_gpu else False}
    network.compile(keras.optimizers.SGD(RATE, MOMENTUM), loss, **compiled)
    random = numpy.random.default_rng(0)
    shape = (options.batch, plan.side, plan.side, 3)
    batch = tensorflow.constant(random.standard_normal(shape, dtype="float32"))
    labels = tensorflow.constant(random.integers(plan.classes, size=options.batch))
    parameters = sum(int(numpy.prod(weight.shape)) for weight in network.trainable_weights)
    return lambda: float(numpy.ravel(network.train_on_batch(batch, labels))[0]), parameters


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", choices=("torch", "torch-compile", "keras"), required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default="float32")
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--warmup", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    step, parameters = (keras_step if options.engine == "keras" else torch_step)(options)
    millis = []
    for _ in range(options.warmup + options.steps):
        start = time.perf_counter()
        step()
        millis.append(1000 * (time.perf_counter() - start))
    timed = millis[options.warmup :]
    median = statistics.median(timed)
    result = {name: getattr(options, name) for name in ("engine", "model", "precision", "batch", "threads")}
    times = {"stepMillisMedian": median, "stepMillisMin": min(timed), "imagesPerSecond": 1000 * options.batch / median}
    print(json.dumps({**result, "parameters": parameters, **times}))


if __name__ == "__main__":
    main()
