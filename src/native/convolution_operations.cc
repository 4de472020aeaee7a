#include "convolution_operations.h"

#include "parallel.h"
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

struct ShapeHandle {
  TF_ShapeHandle* handle = TF_NewShapeHandle();
  ~ShapeHandle() { TF_DeleteShapeHandle(handle); }
};

/** The output's dimensions: the first three of one input, then one of the other's. */
template <int pictures, int kernel, int dimension>
void picturesShape(TF_ShapeInferenceContext* context, TF_Status* status) {
  ShapeHandle from, kernelShape, leading, channels, result;
  TF_ShapeInferenceContextGetInput(context, pictures, from.handle, status);
  TF_ShapeInferenceContextGetInput(context, kernel, kernelShape.handle, status);
  if (!TF_ShapeInferenceContextRankKnown(context, from.handle) ||
      !TF_ShapeInferenceContextRankKnown(context, kernelShape.handle))
    return TF_ShapeInferenceContextSetUnknownShape(context, status);
  TF_ShapeInferenceContextSubshape(context, from.handle, 0, 3, leading.handle, status);
  if (TF_GetCode(status) != TF_OK) return;
  TF_ShapeInferenceContextSubshape(context, kernelShape.handle, dimension, dimension + 1, channels.handle, status);
  if (TF_GetCode(status) != TF_OK) return;
  TF_ShapeInferenceContextConcatenateShapes(context, leading.handle, channels.handle, result.handle, status);
  if (TF_GetCode(status) == TF_OK) TF_ShapeInferenceContextSetOutput(context, 0, result.handle, status);
}

}  // namespace

std::string registerConvolution() {
  static const Operation operations[] = {
      {"StudioConvolution", {"input: float", "kernel: float"}, {"output: float"}, {}, picturesShape<0, 1, 3>, convolution},
      {"StudioConvolutionInputGradient",
       {"kernel: float", "gradient: float", "addend: addends * float"},
       {"input_gradient: float"},
       {"addends: int >= 0"},
       picturesShape<1, 0, 2>,
       inputGradient},
      {"StudioConvolutionKernelGradient",
       {"input: float", "gradient: float"},
       {"kernel_gradient: float"},
       {},
       TF_ShapeInferenceContextSetUnknownShape,
       kernelGradient},
  };
  return registerOperations(operations);
}

}  // namespace studio
