#pragma once

#include <vector>

#include "parallel.h"
#include "tile_geometry.h"
#include "tiles.h"

namespace studio::tiles {

/** A weight of the kernel, and where what it multiplies lies beside a result. */
struct Tap {
  int64_t kernel, plane, offset;
};

/** Results that share their taps: each at `stride` times its position plus a phase. */
struct Phase {
  int64_t row, column;
  std::vector<Tap> taps;
};

inline std::vector<Phase> phasesOfOutput(const Convolution& shape, const Packing& packing) {
  Phase only{0, 0, {}};
  for (int64_t row = 0; row < shape.size; ++row) {
    for (int64_t column = 0; column < shape.size; ++column) {
      const int64_t plane = row % packing.phases * packing.phases + column % packing.phases;
      const int64_t offset = row / packing.phases * packing.pitch + column / packing.phases;
      only.taps.push_back({row * shape.size + column, plane, offset});
    }
  }
  return {only};
}

/** Under a stride the pixels of the input differ in which weights of the kernel met them. */
inline std::vector<Phase> phasesOfInput(const Convolution& shape, const Packing& packing) {
  std::vector<Phase> phases;
  const int64_t stride = shape.stride, padding = shape.padding();
  const auto met = [=](int64_t phase, int64_t tap) { return (phase + padding - tap) % stride == 0; };
  const auto place = [=](int64_t phase, int64_t tap) { return (phase + padding - tap) / stride + packing.before; };
  for (int64_t row = 0; row < stride; ++row) {
    for (int64_t column = 0; column < stride; ++column) {
      Phase phase{row, column, {}};
      for (int64_t tapRow = 0; tapRow < shape.size; ++tapRow)
        for (int64_t tapColumn = 0; tapColumn < shape.size; ++tapColumn)
          if (met(row, tapRow) && met(column, tapColumn))
            phase.taps.push_back({tapRow * shape.size + tapColumn, 0,
                                  place(row, tapRow) * packing.pitch + place(column, tapColumn)});
      phases.push_back(phase);
    }
  }
  return phases;
}

/** The kernel as right factors: [taps][filters / 16][inputs / depth][depth / 2][16][2]. */
struct Weights {
  const BFloat16* data;
  int64_t inputs, filters, depth;
  int64_t chunks() const { return inputs / depth; }
  int64_t blocks() const { return filters / side; }
  int64_t tile(int64_t tap, int64_t block, int64_t chunk) const {
    return ((tap * blocks() + block) * chunks() + chunk) * depth * side;
  }
};

/** Products that an instruction can sum up over so many channels. */
inline int64_t depthOf(int64_t channels) { return channels % 32 == 0 ? 32 : 16; }

/** kernel[taps][inputs][filters] as right factors, or with inputs and filters exchanged. */
inline void packWeights(const BFloat16* kernel, int64_t taps, const Weights& weights, bool exchanged, BFloat16* out) {
  const int64_t inputStride = exchanged ? 1 : weights.filters, filterStride = exchanged ? weights.inputs : 1;
  parallelRanges(taps * weights.blocks(), 4 * threadCount(), [&](int64_t, int64_t first, int64_t last) {
    for (int64_t index = first; index < last; ++index) {
      const int64_t tap = index / weights.blocks(), block = index % weights.blocks();
      const BFloat16* from = kernel + tap * weights.inputs * weights.filters + block * side * filterStride;
      BFloat16* to = out + weights.tile(tap, block, 0);
      for (int64_t input = 0; input < weights.inputs; input += 2, to += 2 * side) {
        for (int64_t filter = 0; filter < side; ++filter) {
          to[2 * filter] = from[input * inputStride + filter * filterStride];
          to[2 * filter + 1] = from[(input + 1) * inputStride + filter * filterStride];
        }
      }
    }
  });
}

/** Where results go: [batch][height][width][channels], each with what the addend holds there, if there is one. */
struct Results {
  BFloat16* data;
  const BFloat16* addend;
  int64_t height, width, channels, stride;
};

/** Rounds sums[2][blocks][16][16] of the positions from `first` on, as far as they are results, and writes them. */
inline void writeResults(const float* sums, int64_t blocks, const Results& results, const Phase& phase, int64_t pitch,
                         int64_t firstRow, int64_t lastRow, int64_t first, int64_t picture, int64_t channel) {
  int64_t y = firstRow + first / pitch, x = first % pitch;
  for (int64_t index = 0; index < 2 * side && y < lastRow; ++index) {
    const int64_t row = y * results.stride + phase.row, column = x * results.stride + phase.column;
    if (row < results.height && column < results.width) {
      const int64_t to = ((picture * results.height + row) * results.width + column) * results.channels + channel;
      const float* from = sums + index / side * blocks * side * side + index % side * side;
      for (int64_t block = 0; block < blocks; ++block) {
        const Vector value = load(from + block * side * side);
        const int64_t place = to + block * side;
        store(results.data + place, results.addend ? value + load(results.addend + place) : value);
      }
    }
    if (++x == pitch) ++y, x = 0;
  }
}

/** Some rows of a picture, packed: where its planes begin. */
struct Band {
  const BFloat16* planes;
  int64_t planeSize;
  int64_t picture, firstRow, lastRow;
};

inline void convolveBand(const Band& band, const Packing& packing, const Phase& phase, const Weights& weights,
                         int64_t firstBlock, int64_t lastBlock, const Results& results) {
  const int64_t chunks = weights.chunks(), steps = phase.taps.size() * chunks;
  static thread_local std::vector<int64_t> lefts, rights;
  lefts.clear();
  rights.clear();
  for (const Tap& tap : phase.taps) {
    for (int64_t chunk = 0; chunk < chunks; ++chunk) {
      lefts.push_back(tap.plane * band.planeSize + tap.offset * packing.channels + chunk * weights.depth);
      rights.push_back(weights.tile(tap.kernel, 0, chunk));
    }
  }
  alignas(64) float sums[4 * side * side] = {};
  const int64_t count = (band.lastRow - band.firstRow) * packing.pitch;
  const int64_t blockSize = weights.tile(0, 1, 0);
  for (int64_t first = 0; first < count; first += 2 * side) {
    const int64_t rows = count - first > side ? 2 : 1;
    const BFloat16* position = band.planes + first * packing.channels;
    const Factors left{[&](int tile, int64_t step) { return position + tile * side * packing.channels + lefts[step]; },
                       packing.channels * static_cast<int64_t>(sizeof(BFloat16))};
    for (int64_t block = firstBlock; block < lastBlock; block += 2) {
      const int64_t columns = std::min<int64_t>(2, lastBlock - block);
      const BFloat16* own = weights.data + block * blockSize;
      const Factors right{[&](int tile, int64_t step) { return own + tile * blockSize + rights[step]; }, rowBytes};
      const auto place = [&](int row, int column) { return sums + (row * columns + column) * side * side; };
      multiply<true>(rows, columns, steps, left, right, place, rowBytes);
      writeResults(sums, columns, results, phase, packing.pitch, band.firstRow, band.lastRow, first, band.picture,
                   block * side);
    }
  }
}

/** How many rows are packed, and how many blocks of 16 filters multiplied, at a time, so that both stay in the cache. */
inline int64_t rowsAtATime(const Packing& packing, int64_t rows) {
  constexpr int64_t cacheBytes = 192 * 1024;
  const int64_t rowSize = packing.planes() * packing.pitch * packing.channels * sizeof(BFloat16);
  const int64_t fitting = std::max<int64_t>(1, cacheBytes / rowSize - packing.reach);
  return std::min(rows, packing.isPlain() && packing.pitch == 1 ? std::max<int64_t>(32, fitting / 32 * 32) : fitting);
}

inline int64_t blocksAtATime(const Weights& weights, int64_t taps) {
  constexpr int64_t cacheBytes = 512 * 1024;
  const int64_t blockBytes = taps * weights.inputs * side * sizeof(BFloat16);
  return std::max<int64_t>(2, cacheBytes / blockBytes / 2 * 2);
}

/** Computes all phases over pictures[batch][packing.height][packing.width][packing.channels]; `rows` of positions a picture. */
inline void convolve(const BFloat16* pictures, int64_t batch, const Packing& packing, int64_t rows,
                     const std::vector<Phase>& phases, const Weights& weights, int64_t taps, const Results& results) {
  const int64_t bandRows = rowsAtATime(packing, rows), bands = (rows + bandRows - 1) / bandRows;
  const int64_t groupBlocks = std::min(blocksAtATime(weights, taps), weights.blocks());
  const int64_t groups = (weights.blocks() + groupBlocks - 1) / groupBlocks;
  const int64_t pictureSize = packing.height * packing.width * packing.channels;
  parallelFor(groups * batch * bands, [&](int64_t task) {
    static thread_local Scratch<BFloat16> scratch;
    const Configured configured(weights.depth);
    const int64_t group = task / (batch * bands), picture = task / bands % batch;
    const int64_t firstRow = task % bands * bandRows, lastRow = std::min(rows, firstRow + bandRows);
    // Whole tiles are read, and for each position what its taps reach.
    const int64_t planeSize = (packing.positions(lastRow - firstRow) + packing.overhang() + 2 * side) * packing.channels;
    Band band{pictures + (picture * pictureSize + firstRow * packing.pitch * packing.channels), 0, picture, firstRow, lastRow};
    const bool inPlace = packing.isPlain() && (lastRow - firstRow) * packing.pitch % side == 0;
    if (!inPlace) {
      BFloat16* planes = scratch.of(packing.planes() * planeSize);
      for (int64_t plane = 0; plane < packing.planes(); ++plane)
        packPlane(pictures + picture * pictureSize, packing, plane, firstRow, lastRow - firstRow, planes + plane * planeSize);
      band.planes = planes;
      band.planeSize = planeSize;
    }
    for (const Phase& phase : phases)
      convolveBand(band, packing, phase, weights, group * groupBlocks,
                   std::min(weights.blocks(), (group + 1) * groupBlocks), results);
  });
}

}  // namespace studio::tiles
