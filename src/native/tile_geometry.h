#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "bfloat16.h"

namespace studio::tiles {

/** A square convolution, padded by (size - 1) / 2 on each side; pictures lie as batch, height, width, channels. */
struct Convolution {
  int64_t batch, height, width, inputs, filters, size, stride;
  int64_t padding() const { return (size - 1) / 2; }
  int64_t outHeight() const { return (height + 2 * padding() - size) / stride + 1; }
  int64_t outWidth() const { return (width + 2 * padding() - size) / stride + 1; }
  int64_t taps() const { return size * size; }

  /** Where nothing but one pixel counts, pictures are one column of pixels. */
  Convolution flattened() const {
    if (size > 1 || stride > 1) return *this;
    return {1, batch * height * width, 1, inputs, filters, 1, 1};
  }
};

/**
 * Pictures with zeros around, cut so that every tap of a convolution reads neighbours: with a stride of 2 the even and the
 * odd rows and columns become planes of their own. The positions of a plane are counted row by row of `pitch`; what is
 * computed at position p reads at p + offset for each tap. The last positions of a row compute nothing of use.
 */
struct Packing {
  int64_t height, width, channels;
  int64_t stride, before;  // zeros before the first row and column
  int64_t phases, reach;   // planes along either dimension; rows and columns that taps reach beyond their own
  int64_t pitch;

  int64_t planes() const { return phases * phases; }
  int64_t positions(int64_t rows) const { return (rows + reach) * pitch; }
  int64_t overhang() const { return reach * (pitch + 1); }
  /** Whether packing would only copy. */
  bool isPlain() const { return stride == 1 && reach == 0; }
};

inline Packing packingOfInput(const Convolution& shape) {
  const int64_t reach = (shape.size - 1) / shape.stride;
  return {shape.height,    shape.width, shape.inputs, shape.stride, shape.padding(), std::min(shape.stride, shape.size),
          reach, shape.outWidth() + reach};
}

/** Of the gradient of the result, read for the gradient of the input, `stride` pixels of which lie at each position. */
inline Packing packingOfGradient(const Convolution& shape) {
  const int64_t reach = (shape.size - 1) / shape.stride;
  const int64_t before = shape.stride == 1 ? shape.padding() : 0;
  const int64_t columns = (shape.width + shape.stride - 1) / shape.stride;
  return {shape.outHeight(), shape.outWidth(), shape.filters, 1, before, 1, reach, columns + reach};
}

/** Memory of a thread that grows as needed; what lies in it is lost at the next call. */
template <class Element>
class Scratch {
 public:
  Element* of(int64_t count) {
    if (count > size_) {
      memory_.reset(static_cast<Element*>(::operator new(count * sizeof(Element), alignment)));
      size_ = count;
    }
    return memory_.get();
  }

 private:
  static constexpr std::align_val_t alignment{64};
  struct Free {
    void operator()(Element* memory) const { ::operator delete(memory, alignment); }
  };
  std::unique_ptr<Element, Free> memory_;
  int64_t size_ = 0;
};

/** One plane of a picture, [positions][channels], for `rows` rows of positions from `firstRow` on. */
inline void packPlane(const BFloat16* picture, const Packing& packing, int64_t plane, int64_t firstRow, int64_t rows,
                      BFloat16* out) {
  const int64_t channels = packing.channels, bytes = channels * sizeof(BFloat16), pitch = packing.pitch;
  const int64_t left = plane % packing.phases - packing.before;
  for (int64_t row = 0; row < rows + packing.reach; ++row, out += pitch * channels) {
    const int64_t y = (firstRow + row) * packing.stride + plane / packing.phases - packing.before;
    if (y < 0 || y >= packing.height) {
      std::memset(out, 0, pitch * bytes);
      continue;
    }
    const BFloat16* line = picture + y * packing.width * channels;
    if (packing.stride == 1) {
      const int64_t inside = std::min(packing.width, pitch + left);
      std::memset(out, 0, -left * bytes);
      std::memcpy(out - left * channels, line, inside * bytes);
      std::memset(out + (inside - left) * channels, 0, (pitch + left - inside) * bytes);
      continue;
    }
    for (int64_t column = 0; column < pitch; ++column) {
      const int64_t x = column * packing.stride + left;
      if (x < 0 || x >= packing.width)
        std::memset(out + column * channels, 0, bytes);
      else
        std::memcpy(out + column * channels, line + x * channels, bytes);
    }
  }
}

}  // namespace studio::tiles
