#include "convolution_operations.h"

#include "parallel.h"
#include "tile_operations.h"
#include "winograd.h"

namespace studio {
namespace {

using namespace winograd;

Dimensions picturesOf(const Shape& shape, int64_t channels) {
  return {shape.batch, shape.height, shape.width, channels};
}

void run(const float* pictures, const Tensor& points, const Shape& shape, const float* addend, float* out) {
  const int64_t most = tilesAtATime(shape.inputs + shape.filters);
  const int64_t parts = (shape.tiles() + most - 1) / most;
  parallelRanges(shape.tiles(), parts, [&](int64_t, int64_t first, int64_t last) {
    convolve(pictures, points.data(), shape, first, last, addend, out);
  });
}

/** input[batch, height, width, inputs], kernel[3, 3, inputs, filters] to output[batch, height, width, filters]. */
void convolution(KernelContext& context, const Attributes&) {
  const Tensor input = context.input(0), kernel = context.input(1);
  const Shape shape{input.dimension(0), input.dimension(1), input.dimension(2), input.dimension(3),
                    kernel.dimension(3)};
  const Tensor output = context.output(0, picturesOf(shape, shape.filters));
  const Tensor kernelPoints = context.temporary({points, shape.inputs, shape.filters});
  parallelRanges(shape.inputs, threadCount(), [&](int64_t, int64_t first, int64_t last) {
    kernelToPoints(kernel.data(), shape.inputs, shape.filters, first, last, kernelPoints.data());
  });
  run(input.data(), kernelPoints, shape, nullptr, output.data());
}

/**
 * kernel[3, 3, inputs, filters], gradient[batch, height, width, filters] to the gradient of the input: the convolution
 * of the gradient with the kernel turned by half a circle, its inputs and filters exchanged. A third input, of the size of
 * the result, is added to it: what arrives there by another way.
 */
void inputGradient(KernelContext& context, const Attributes&) {
  const Tensor kernel = context.input(0), gradient = context.input(1);
  const Shape shape{gradient.dimension(0), gradient.dimension(1), gradient.dimension(2), gradient.dimension(3),
                    kernel.dimension(2)};
  constexpr int addendInput = 2;
  const bool adds = context.inputs() > addendInput;
  const Dimensions dimensions = picturesOf(shape, shape.filters);
  const Tensor output = adds ? context.outputInPlaceOf(addendInput, 0, dimensions) : context.output(0, dimensions);
  const Tensor kernelPoints = context.temporary({points, shape.inputs, shape.filters});
  parallelRanges(shape.inputs, threadCount(), [&](int64_t, int64_t first, int64_t last) {
    turnedKernelToPoints(kernel.data(), shape.inputs, shape.filters, first, last, kernelPoints.data());
  });
  if (!adds) return run(gradient.data(), kernelPoints, shape, nullptr, output.data());
  const Tensor addend = context.input(addendInput);
  run(gradient.data(), kernelPoints, shape, addend.data(), output.data());
}

/** input[batch, height, width, inputs], gradient[batch, height, width, filters] to that of kernel[3, 3, inputs, filters]. */
void kernelGradient(KernelContext& context, const Attributes&) {
  const Tensor input = context.input(0), gradient = context.input(1);
  const Shape shape{input.dimension(0), input.dimension(1), input.dimension(2), input.dimension(3),
                    gradient.dimension(3)};
  const int64_t inputs = shape.inputs, filters = shape.filters;
  const Tensor output = context.output(0, {kernelSize, kernelSize, inputs, filters});
  const int64_t parts = std::min(threadCount(), shape.tiles());
  const int64_t size = points * inputs * filters;
  const Tensor sums = context.temporary({parts, size});
  parallelRanges(shape.tiles(), parts, [&](int64_t part, int64_t first, int64_t last) {
    float* own = sums.data() + part * size;
    std::fill(own, own + size, 0.0f);
    convolveToKernel(input.data(), gradient.data(), shape, first, last, own);
  });
  parallelRanges(inputs * filters / vectorLength, threadCount(), [&](int64_t, int64_t first, int64_t last) {
    pointsToKernel(sums.data(), parts, inputs, filters, first * vectorLength, last * vectorLength, output.data());
  });
}

}  // namespace

std::string registerConvolution() {
  static const Operation operations[] = {
      {"StudioConvolution",
       {"input: T", "kernel: T"},
       {"output: T"},
       {"T: {float, bfloat16}", "stride: int = 1"},
       convolution,
       tileConvolution()},
      {"StudioConvolutionInputGradient",
       {"kernel: T", "gradient: T", "addend: addends * T"},
       {"input_gradient: T"},
       {"T: {float, bfloat16}", "addends: int >= 0", "stride: int = 1", "height: int = 0", "width: int = 0"},
       inputGradient,
       tileInputGradient()},
      {"StudioConvolutionKernelGradient",
       {"input: T", "gradient: T"},
       {"kernel_gradient: T"},
       {"T: {float, bfloat16}", "size: int = 3", "stride: int = 1"},
       kernelGradient,
       tileKernelGradient()},
  };
  return registerOperations(operations);
}

}  // namespace studio
