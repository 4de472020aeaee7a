#pragma once

#include <algorithm>
#include <vector>

#include "matrix.h"
#include "winograd_transforms.h"

namespace studio::winograd {

/** A 3x3 convolution with stride 1 that keeps height and width; pictures lie as batch, height, width, channels. */
struct Shape {
  int64_t batch, height, width, inputs, filters;
  int64_t tileRows() const { return (height + tileSize - 1) / tileSize; }
  int64_t tileColumns() const { return (width + tileSize - 1) / tileSize; }
  int64_t tiles() const { return batch * tileRows() * tileColumns(); }
};

struct Place {
  int64_t picture, row, column;
};

inline Place placeOf(const Shape& shape, int64_t tile) {
  const int64_t columns = shape.tileColumns(), rows = shape.tileRows();
  return {tile / (rows * columns), tile / columns % rows * tileSize, tile % columns * tileSize};
}

/** Distance of one point's matrix to the next: never a power of two, lest they share a set of the cache. */
inline int64_t pointStride(int64_t tiles, int64_t channels) { return tiles * channels + panelWidth; }

/** As many zeros as a picture may have channels, to read outside of pictures. */
inline const float* zeros(int64_t channels) {
  static thread_local std::vector<float> memory;
  if (static_cast<int64_t>(memory.size()) < channels) memory.resize(channels);
  return memory.data();
}

/** Where the pixels of a size x size window lie, each as a row of channels; zeros outside of the picture. */
template <int size>
struct Window {
  const float* pixels[size][size];

  Window(const float* picture, const float* outside, const Shape& shape, int64_t channels, int64_t top, int64_t left) {
    bool insideColumns[size];
    for (int column = 0; column < size; ++column)
      insideColumns[column] = static_cast<uint64_t>(left + column) < static_cast<uint64_t>(shape.width);
    const float* line = picture + (top * shape.width + left) * channels;
    for (int row = 0; row < size; ++row, line += shape.width * channels) {
      const bool insideRows = static_cast<uint64_t>(top + row) < static_cast<uint64_t>(shape.height);
#pragma GCC unroll 6
      for (int column = 0; column < size; ++column)
        pixels[row][column] = insideRows & insideColumns[column] ? line + column * channels : outside;
    }
  }
};

/** Asks for the pixels of these tiles, and of the row above, ahead of their use: windows jump from row to row. */
template <bool write>
inline void fetchAhead(const float* pictures, const Shape& shape, int64_t channels, int64_t first, int64_t count) {
  constexpr int64_t line = 64 / sizeof(float);
  const Place from = placeOf(shape, first), to = placeOf(shape, first + count - 1);
  const int64_t begin = (from.picture * shape.height + from.row) * shape.width * channels;
  const int64_t lastRow = std::min(to.row + tileSize + 1, shape.height);
  const int64_t end = (to.picture * shape.height + lastRow) * shape.width * channels;
  for (int64_t index = begin; index < end; index += line) __builtin_prefetch(pictures + index, write, 2);
}

/** Transforms `count` tiles of pictures from the tile `first` on to points[36][count][channels]. */
template <class Transform, int offset>
inline void toPoints(const float* pictures, const Shape& shape, int64_t channels, int64_t first, int64_t count,
                     float* out) {
  const int64_t stride = pointStride(count, channels);
  const float* outside = zeros(channels);
  fetchAhead<false>(pictures, shape, channels, first, count);
  for (int64_t index = 0; index < count; ++index) {
    const Place place = placeOf(shape, first + index);
    const float* picture = pictures + place.picture * shape.height * shape.width * channels;
    const Window<Transform::from> window(picture, outside, shape, channels, place.row - offset, place.column - offset);
    for (int64_t channel = 0; channel < channels; channel += vectorLength) {
      float* to = out + index * channels + channel;
      applyTwice<Transform>(
          [&](int row, int column) { return load(window.pixels[row][column] + channel); },
          [&](int row, int column, Vector value) { store(to + (row * windowSize + column) * stride, value); });
    }
  }
}

/** Transforms points[36][count][channels] to `count` tiles of pictures, and adds the addend where there is one. */
inline void fromPoints(const float* in, const Shape& shape, int64_t channels, int64_t first, int64_t count,
                       const float* addend, float* pictures) {
  const int64_t stride = pointStride(count, channels);
  fetchAhead<true>(pictures, shape, channels, first, count);
  for (int64_t index = 0; index < count; ++index) {
    const Place place = placeOf(shape, first + index);
    const int64_t rows = shape.height - place.row, columns = shape.width - place.column;
    const int64_t corner = ((place.picture * shape.height + place.row) * shape.width + place.column) * channels;
    for (int64_t channel = 0; channel < channels; channel += vectorLength) {
      const float* from = in + index * channels + channel;
      applyTwice<OutputTransform>(
          [&](int row, int column) { return load(from + (row * windowSize + column) * stride); },
          [&](int row, int column, Vector value) {
            if (row >= rows || column >= columns) return;
            const int64_t to = corner + (row * shape.width + column) * channels + channel;
            store(pictures + to, addend ? value + load(addend + to) : value);
          });
    }
  }
}

/** How many tiles are transformed and multiplied at a time, so that their points stay in the processor's cache. */
inline int64_t tilesAtATime(int64_t channels, int64_t least = 24) {
  constexpr int64_t cacheBytes = 256 * 1024;
  const int64_t fitting = cacheBytes / (points * channels * static_cast<int64_t>(sizeof(float)));
  return std::max(least, fitting / 6 * 6);
}

/** Memory of this thread for the points of tiles; what lies in it is lost at the next call. */
inline float* scratch(int64_t size) {
  static thread_local std::vector<float> memory;
  if (static_cast<int64_t>(memory.size()) < size) memory.resize(size);
  return memory.data();
}

/**
 * pictures[batch][height][width][inputs] to out[...][filters], for the tiles from first to last. An addend[...][filters],
 * which may be `out` itself, is added.
 */
inline void convolve(const float* pictures, const float* kernelPoints, const Shape& shape, int64_t first, int64_t last,
                     const float* addend, float* out) {
  const int64_t most = std::min(tilesAtATime(shape.inputs + shape.filters), last - first);
  float* inputPoints = scratch(points * (pointStride(most, shape.inputs) + pointStride(most, shape.filters)));
  float* outputPoints = inputPoints + points * pointStride(most, shape.inputs);
  for (int64_t begin = first; begin < last; begin += most) {
    const int64_t count = std::min(most, last - begin);
    toPoints<InputTransform, 1>(pictures, shape, shape.inputs, begin, count, inputPoints);
    for (int64_t point = 0; point < points; ++point) {
      const float* a = inputPoints + point * pointStride(count, shape.inputs);
      float* c = outputPoints + point * pointStride(count, shape.filters);
      const float* b = kernelPoints + point * shape.inputs * shape.filters;
      multiply(a, count, b, shape.inputs, c, shape.filters);
    }
    fromPoints(outputPoints, shape, shape.filters, begin, count, addend, out);
  }
}

/** Adds to sums[36][inputs][filters] the gradient of the kernel's points from the tiles from first to last. */
inline void convolveToKernel(const float* pictures, const float* gradients, const Shape& shape, int64_t first,
                             int64_t last, float* sums) {
  const int64_t channels = shape.inputs + shape.filters;
  // Each round reads and writes all sums, so that many channels pay only for many tiles.
  const int64_t most = std::min(tilesAtATime(channels, std::max<int64_t>(24, channels / 8)), last - first);
  float* inputPoints = scratch(points * (pointStride(most, shape.inputs) + pointStride(most, shape.filters)));
  float* gradientPoints = inputPoints + points * pointStride(most, shape.inputs);
  for (int64_t begin = first; begin < last; begin += most) {
    const int64_t count = std::min(most, last - begin);
    toPoints<InputTransform, 1>(pictures, shape, shape.inputs, begin, count, inputPoints);
    toPoints<OutputGradientTransform, 0>(gradients, shape, shape.filters, begin, count, gradientPoints);
    for (int64_t point = 0; point < points; ++point)
      addTransposedProduct(inputPoints + point * pointStride(count, shape.inputs), shape.inputs,
                           gradientPoints + point * pointStride(count, shape.filters), shape.filters, count,
                           sums + point * shape.inputs * shape.filters);
  }
}

/** Transforms the weights `read(row, column)` from an input to the filters of one vector. */
template <class Read>
inline void storeKernelPoints(const Read& read, int64_t inputs, int64_t filters, int64_t input, int64_t filter,
                              float* out) {
  const int64_t panel = filter / panelWidth * panelWidth;
  float* to = out + panel * inputs + input * panelWidth + (filter - panel);
  applyTwice<KernelTransform>(read, [&](int row, int column, Vector value) {
    store(to + (row * windowSize + column) * inputs * filters, value);
  });
}

/** kernel[3][3][inputs][filters] to points[36][filters / panelWidth][inputs][panelWidth], for the inputs from first to last. */
inline void kernelToPoints(const float* kernel, int64_t inputs, int64_t filters, int64_t first, int64_t last,
                           float* out) {
  for (int64_t input = first; input < last; ++input) {
    for (int64_t filter = 0; filter < filters; filter += vectorLength) {
      const auto weights = [&](int row, int column) {
        return load(kernel + ((row * kernelSize + column) * inputs + input) * filters + filter);
      };
      storeKernelPoints(weights, inputs, filters, input, filter, out);
    }
  }
}

/** The same from kernel[3][3][filters][inputs], turned by half a circle. */
inline void turnedKernelToPoints(const float* kernel, int64_t inputs, int64_t filters, int64_t first, int64_t last,
                                 float* out) {
  for (int64_t filter = 0; filter < filters; filter += vectorLength) {
    for (int64_t input = first; input < last; ++input) {
      const auto weights = [&](int row, int column) {
        const int64_t turned = kernelSize * kernelSize - 1 - (row * kernelSize + column);
        const float* from = kernel + (turned * filters + filter) * inputs + input;
        Vector values;
        for (int lane = 0; lane < vectorLength; ++lane) values[lane] = from[lane * inputs];
        return values;
      };
      storeKernelPoints(weights, inputs, filters, input, filter, out);
    }
  }
}

/**
 * sums[parts][36][inputs][filters], added up, to the gradient of kernel[3][3][inputs][filters], for the pairs of an input
 * and a filter from first to last.
 */
inline void pointsToKernel(const float* sums, int64_t parts, int64_t inputs, int64_t filters, int64_t first,
                           int64_t last, float* kernel) {
  const int64_t size = inputs * filters;
  for (int64_t index = first; index < last; index += vectorLength) {
    const auto total = [&](int row, int column) {
      Vector sum{};
      for (int64_t part = 0; part < parts; ++part)
        sum += load(sums + (part * points + row * windowSize + column) * size + index);
      return sum;
    };
    applyTwice<KernelGradientTransform>(total, [&](int row, int column, Vector value) {
      store(kernel + (row * kernelSize + column) * size + index, value);
    });
  }
}

}  // namespace studio::winograd
