#include "tile_operations.h"

#ifdef STUDIO_TILES

#include "tile_kernel_gradient.h"

namespace studio {
namespace {

using namespace tiles;

/** Memory of this call for the kernel as right factors. */
Weights packedWeights(KernelContext& context, Tensor& memory, const Tensor& kernel, const Convolution& shape,
                      bool exchanged) {
  const int64_t inputs = exchanged ? shape.filters : shape.inputs, filters = exchanged ? shape.inputs : shape.filters;
  const Weights weights{memory.data<BFloat16>(), inputs, filters, depthOf(inputs)};
  packWeights(kernel.data<BFloat16>(), shape.taps(), weights, exchanged, memory.data<BFloat16>());
  return weights;
}

/** input[batch, height, width, inputs], kernel[size, size, inputs, filters] to output[batch, ..., filters]. */
void convolution(KernelContext& context, const Attributes& attributes) {
  const Tensor input = context.input(0), kernel = context.input(1);
  const Convolution given{input.dimension(0),  input.dimension(1),  input.dimension(2),  input.dimension(3),
                          kernel.dimension(3), kernel.dimension(0), attributes.stride};
  const Tensor output =
      context.output<BFloat16>(0, {given.batch, given.outHeight(), given.outWidth(), given.filters});
  Tensor memory = context.temporary<BFloat16>(kernel.dimensions());
  const Weights weights = packedWeights(context, memory, kernel, given, false);
  const Convolution shape = given.flattened();
  const Packing packing = packingOfInput(shape);
  const Results results{output.data<BFloat16>(), nullptr, shape.outHeight(), shape.outWidth(), shape.filters, 1};
  convolve(input.data<BFloat16>(), shape.batch, packing, shape.outHeight(), phasesOfOutput(shape, packing), weights,
           shape.taps(), results);
}

/**
 * kernel[size, size, inputs, filters], gradient[batch, ..., filters] to the gradient of the input. A third input, of the
 * size of the result, is added to it: what arrives there by another way.
 */
void inputGradient(KernelContext& context, const Attributes& attributes) {
  const Tensor kernel = context.input(0), gradient = context.input(1);
  const int64_t height = attributes.height ? attributes.height : gradient.dimension(1);
  const int64_t width = attributes.width ? attributes.width : gradient.dimension(2);
  const Convolution given{gradient.dimension(0), height, width, kernel.dimension(2), kernel.dimension(3),
                          kernel.dimension(0),   attributes.stride};
  constexpr int addendInput = 2;
  const bool adds = context.inputs() > addendInput;
  const Dimensions dimensions{given.batch, height, width, given.inputs};
  const Tensor output =
      adds ? context.outputInPlaceOf(addendInput, 0, dimensions) : context.output<BFloat16>(0, dimensions);
  Tensor memory = context.temporary<BFloat16>(kernel.dimensions());
  const Weights weights = packedWeights(context, memory, kernel, given, true);
  const Convolution shape = given.flattened();
  const Packing packing = packingOfGradient(shape);
  const auto run = [&](const BFloat16* addend) {
    const Results results{output.data<BFloat16>(), addend, shape.height, shape.width, shape.inputs, shape.stride};
    convolve(gradient.data<BFloat16>(), shape.batch, packing, (shape.height + shape.stride - 1) / shape.stride,
             phasesOfInput(shape, packing), weights, shape.taps(), results);
  };
  if (!adds) return run(nullptr);
  const Tensor addend = context.input(addendInput);
  run(addend.data<BFloat16>());
}

/** input[batch, height, width, inputs], gradient[batch, ..., filters] to that of kernel[size, size, inputs, filters]. */
void kernelGradient(KernelContext& context, const Attributes& attributes) {
  const Tensor input = context.input(0), gradient = context.input(1);
  const Convolution given{input.dimension(0),    input.dimension(1), input.dimension(2), input.dimension(3),
                          gradient.dimension(3), attributes.size,    attributes.stride};
  const Convolution shape = given.flattened();
  const int64_t inputs = shape.inputs, filters = shape.filters, taps = shape.taps();
  const Tensor output = context.output<BFloat16>(0, {shape.size, shape.size, inputs, filters});

  // Sums of a group of filters stay in the cache; what threads there are more than groups share its pictures.
  constexpr int64_t cacheBytes = 2400 * 1024;
  const int64_t fitting = cacheBytes / (taps * inputs * static_cast<int64_t>(sizeof(float)));
  const int64_t groupFilters = std::min(filters, std::max<int64_t>(32, fitting / 32 * 32));
  const int64_t groups = (filters + groupFilters - 1) / groupFilters;
  const KernelGradient all(shape, input.data<BFloat16>(), gradient.data<BFloat16>());
  const int64_t parts = std::min((threadCount() + groups - 1) / groups, all.units());
  const int64_t size = taps * inputs * filters;
  const Tensor sums = context.temporary({parts, size});
  const auto filtersOf = [=](int64_t group) { return std::min(groupFilters, filters - group * groupFilters); };
  parallelFor(groups * parts, [&](int64_t task) {
    const int64_t group = task / parts, part = task % parts;
    KernelGradient(all).add(all.units() * part / parts, all.units() * (part + 1) / parts, group * groupFilters,
                            filtersOf(group), sums.data() + part * size + group * groupFilters * taps * inputs);
  });
  BFloat16* to = output.data<BFloat16>();
  parallelRanges(taps * inputs, threadCount(), [&](int64_t, int64_t first, int64_t last) {
    for (int64_t row = first; row < last; ++row) {
      const int64_t tap = row / inputs, input = row % inputs;
      for (int64_t filter = 0; filter < filters; filter += side) {
        const int64_t group = filter / groupFilters, blocks = filtersOf(group) / side;
        const int64_t block = (filter - group * groupFilters) / side;
        const int64_t tile = (tap * (inputs / side) + input / side) * blocks + block;
        const float* from = sums.data() + group * groupFilters * taps * inputs + tile * side * side + input % side * side;
        Vector total = load(from);
        for (int64_t part = 1; part < parts; ++part) total += load(from + part * size);
        store(to + row * filters + filter, total);
      }
    }
  });
}

}  // namespace

Compute tileConvolution() { return convolution; }
Compute tileInputGradient() { return inputGradient; }
Compute tileKernelGradient() { return kernelGradient; }

}  // namespace studio

#else

namespace studio {

Compute tileConvolution() { return nullptr; }
Compute tileInputGradient() { return nullptr; }
Compute tileKernelGradient() { return nullptr; }

}  // namespace studio

#endif
