#pragma once

#include <immintrin.h>

#include <cstdint>

#include "bfloat16.h"

/** The processor's tiles (AMX): a product of two of them is 16 x 16 sums of up to 32 products of bfloat16 each. */
namespace studio::tiles {

/** Rows of a tile, and float32 numbers in a row of one. */
constexpr int64_t side = 16;
/** Bytes of a row of float32 sums, or of pairs of bfloat16. */
constexpr int64_t rowBytes = 64;

/** Gives this thread's tiles their sizes, and takes them away again. Tiles 0 to 3 hold sums, 4 and 5 left, 6 and 7 right factors. */
class Configured {
 public:
  /** @param depth Products that one instruction sums up: 16 or 32. */
  explicit Configured(int64_t depth) {
    alignas(64) struct {
      uint8_t palette = 1, startRow = 0, reserved[14] = {};
      uint16_t rowBytes[16] = {};
      uint8_t rows[16] = {};
    } sizes;
    for (int tile = 0; tile < 8; ++tile) {
      const bool isLeft = tile == 4 || tile == 5, isRight = tile >= 6;
      sizes.rowBytes[tile] = isLeft ? depth * sizeof(BFloat16) : rowBytes;
      sizes.rows[tile] = isRight ? depth / 2 : side;
    }
    _tile_loadconfig(&sizes);
  }
  Configured(const Configured&) = delete;
  ~Configured() { _tile_release(); }
};

/** Where the factors of a product begin, by tile and step, and how far their rows are apart. */
template <class At>
struct Factors {
  At at;
  int64_t strideBytes;
};
template <class At>
Factors(At, int64_t) -> Factors<At>;

/**
 * Sums the products of `rows` left and `columns` right tiles over all steps, on top of what `sums(row, column)` holds, or
 * of zeros, and puts them there.
 */
template <bool fromZero, int rows, int columns, class Left, class Right, class Sums>
inline void multiplyBlock(int64_t steps, const Left& left, const Right& right, const Sums& sums, int64_t strideBytes) {
  // The instructions name their tiles, so that none of this can be a loop.
  if constexpr (fromZero) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  } else {
    _tile_loadd(0, sums(0, 0), strideBytes);
    if constexpr (columns > 1) _tile_loadd(1, sums(0, 1), strideBytes);
    if constexpr (rows > 1) _tile_loadd(2, sums(1, 0), strideBytes);
    if constexpr (rows > 1 && columns > 1) _tile_loadd(3, sums(1, 1), strideBytes);
  }
  for (int64_t step = 0; step < steps; ++step) {
    _tile_loadd(4, left.at(0, step), left.strideBytes);
    _tile_loadd(6, right.at(0, step), right.strideBytes);
    _tile_dpbf16ps(0, 4, 6);
    if constexpr (columns > 1) {
      _tile_loadd(7, right.at(1, step), right.strideBytes);
      _tile_dpbf16ps(1, 4, 7);
    }
    if constexpr (rows > 1) {
      _tile_loadd(5, left.at(1, step), left.strideBytes);
      _tile_dpbf16ps(2, 5, 6);
      if constexpr (columns > 1) _tile_dpbf16ps(3, 5, 7);
    }
  }
  _tile_stored(0, sums(0, 0), strideBytes);
  if constexpr (columns > 1) _tile_stored(1, sums(0, 1), strideBytes);
  if constexpr (rows > 1) _tile_stored(2, sums(1, 0), strideBytes);
  if constexpr (rows > 1 && columns > 1) _tile_stored(3, sums(1, 1), strideBytes);
}

/** The same for one or two rows and columns of tiles, as is known when it runs. */
template <bool fromZero, class Left, class Right, class Sums>
inline void multiply(int64_t rows, int64_t columns, int64_t steps, const Left& left, const Right& right,
                     const Sums& sums, int64_t strideBytes) {
  if (rows > 1 && columns > 1) return multiplyBlock<fromZero, 2, 2>(steps, left, right, sums, strideBytes);
  if (rows > 1) return multiplyBlock<fromZero, 2, 1>(steps, left, right, sums, strideBytes);
  if (columns > 1) return multiplyBlock<fromZero, 1, 2>(steps, left, right, sums, strideBytes);
  multiplyBlock<fromZero, 1, 1>(steps, left, right, sums, strideBytes);
}

}  // namespace studio::tiles
