#include "normalization_operations.h"

#include <cmath>

#include "column_sums.h"

namespace studio {
namespace {

/** Calls `change(index, channel)` for each vector of rows[rows][channels], on all threads. */
template <class Change>
void forEachVector(int64_t rows, int64_t channels, const Change& change) {
  parallelRanges(rows, 4 * threadCount(), [&](int64_t, int64_t first, int64_t last) {
    for (int64_t row = first; row < last; ++row)
      for (int64_t channel = 0; channel < channels; channel += vectorLength) change(row * channels + channel, channel);
  });
}

/**
 * relu(scale * (input - mean) / sqrt(variance + epsilon) + offset + shortcut), where relu and shortcut may be left out.
 * Inputs: input[batch, height, width, channels], scale and offset[channels], shortcut as input. Outputs: the result; mean
 * and unbiased variance of the batch, and 1 / sqrt(biased variance + epsilon), each[channels]. Ioffe and Szegedy 2015
 * (arXiv 1502.03167), algorithm 1.
 */
template <class Element>
void normalize(KernelContext& context, const Attributes& attributes) {
  const Tensor input = context.input(0), scale = context.input(1), offset = context.input(2);
  const bool adds = context.inputs() > 3;
  const int64_t channels = scale.size(), rows = input.size() / channels;
  const Tensor output =
      adds ? context.outputInPlaceOf(3, 0, input.dimensions()) : context.output<Element>(0, input.dimensions());
  const Tensor mean = context.output(1, {channels}), variance = context.output(2, {channels});
  const Tensor deviation = context.output(3, {channels});

  // Distances from one row's values keep the squares small where a channel's mean is far from zero.
  const Element* x = input.data<Element>();
  const ColumnSums sums = sumColumns(rows, channels, [=](int64_t row, int64_t channel, Vector& sum, Vector& squares) {
    const Vector distance = load(x + row + channel) - load(x + channel);
    sum += distance;
    squares += distance * distance;
  });
  std::vector<float> factors(channels), summands(channels);
  for (int64_t channel = 0; channel < channels; ++channel) {
    const double distance = sums.first[channel] / rows;
    const double biased = std::fmax(0, sums.second[channel] / rows - distance * distance);
    mean.data()[channel] = static_cast<float>(toFloat(x[channel]) + distance);
    variance.data()[channel] = static_cast<float>(rows > 1 ? biased * rows / (rows - 1) : biased);
    deviation.data()[channel] = static_cast<float>(1 / std::sqrt(biased + attributes.epsilon));
    factors[channel] = scale.data()[channel] * deviation.data()[channel];
    summands[channel] = offset.data()[channel] - mean.data()[channel] * factors[channel];
  }

  Element* y = output.data<Element>();
  const float* factor = factors.data();
  const float* summand = summands.data();
  const auto result = [=](int64_t index, int64_t channel) {
    return load(x + index) * load(factor + channel) + load(summand + channel);
  };
  const auto finish = [=](int64_t index, Vector value) {
    store(y + index, attributes.relu ? (value > 0.0f ? value : Vector{}) : value);
  };
  if (!adds) {
    return forEachVector(rows, channels, [=](int64_t index, int64_t channel) { finish(index, result(index, channel)); });
  }
  const Tensor shortcut = context.input(3);
  const Element* other = shortcut.data<Element>();
  forEachVector(rows, channels, [=](int64_t index, int64_t channel) {
    finish(index, result(index, channel) + load(other + index));
  });
}

/**
 * The gradients of `normalize`. Inputs: the gradient of its result, the result, its input, scale, mean and deviation, and
 * with a shortcut the count of that. Outputs: the gradients of input, scale, offset and, where there is one, shortcut.
 */
template <class Element>
void normalizeGradient(KernelContext& context, const Attributes& attributes) {
  const Tensor gradient = context.input(0), result = context.input(1), input = context.input(2);
  const Tensor scale = context.input(3), mean = context.input(4), deviation = context.input(5);
  const int64_t channels = scale.size(), rows = input.size() / channels;
  const Element *dy = gradient.data<Element>(), *y = result.data<Element>(), *x = input.data<Element>();
  const float* center = mean.data();
  const auto arriving = [=](int64_t index) {
    const Vector value = load(dy + index);
    return attributes.relu ? (load(y + index) > 0.0f ? value : Vector{}) : value;
  };
  const ColumnSums sums = sumColumns(rows, channels, [=](int64_t row, int64_t channel, Vector& sum, Vector& products) {
    const Vector value = arriving(row + channel);
    sum += value;
    products += value * (load(x + row + channel) - load(center + channel));
  });

  const Tensor scaleGradient = context.output(1, {channels}), offsetGradient = context.output(2, {channels});
  std::vector<float> factors(channels), slopes(channels), summands(channels);
  for (int64_t channel = 0; channel < channels; ++channel) {
    const double inverse = deviation.data()[channel], factor = scale.data()[channel] * inverse;
    const double slope = factor * inverse * inverse * sums.second[channel] / rows;
    scaleGradient.data()[channel] = static_cast<float>(sums.second[channel] * inverse);
    offsetGradient.data()[channel] = static_cast<float>(sums.first[channel]);
    factors[channel] = static_cast<float>(factor);
    slopes[channel] = static_cast<float>(slope);
    summands[channel] = static_cast<float>(slope * center[channel] - factor * sums.first[channel] / rows);
  }
  const float *factor = factors.data(), *slope = slopes.data(), *summand = summands.data();
  const auto change = [=](int64_t index, int64_t channel, Vector value) {
    return load(factor + channel) * value - load(slope + channel) * load(x + index) + load(summand + channel);
  };
  const Dimensions dimensions = input.dimensions();
  if (context.outputs() < 4) {
    const Tensor output = context.outputInPlaceOf(0, 0, dimensions);
    Element* dx = output.data<Element>();
    return forEachVector(rows, channels, [=](int64_t index, int64_t channel) {
      store(dx + index, change(index, channel, arriving(index)));
    });
  }
  const Tensor output = context.output<Element>(0, dimensions), shortcut = context.outputInPlaceOf(0, 3, dimensions);
  Element *dx = output.data<Element>(), *other = shortcut.data<Element>();
  forEachVector(rows, channels, [=](int64_t index, int64_t channel) {
    const Vector value = arriving(index);
    store(dx + index, change(index, channel, value));
    store(other + index, value);
  });
}

}  // namespace

std::string registerNormalization() {
  static const Operation operations[] = {
      {"StudioBatchNormalization",
       {"input: T", "scale: float", "offset: float", "shortcut: shortcuts * T"},
       {"output: T", "mean: float", "variance: float", "deviation: float"},
       {"T: {float, bfloat16}", "relu: bool", "epsilon: float", "shortcuts: int >= 0"},
       normalize<float>,
       normalize<BFloat16>},
      {"StudioBatchNormalizationGradient",
       {"gradient: T", "output: T", "input: T", "scale: float", "mean: float", "deviation: float"},
       {"input_gradient: T", "scale_gradient: float", "offset_gradient: float", "shortcut_gradient: shortcuts * T"},
       {"T: {float, bfloat16}", "relu: bool", "shortcuts: int >= 0"},
       normalizeGradient<float>,
       normalizeGradient<BFloat16>},
  };
  return registerOperations(operations);
}

}  // namespace studio
