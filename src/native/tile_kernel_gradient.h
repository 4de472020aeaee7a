#pragma once

#include "parallel.h"
#include "tile_convolution.h"

namespace studio::tiles {

/** Numbers that a product of this gradient sums over: positions, not channels. */
constexpr int64_t positionsAtATime = 32;

/** Two rows of 16 numbers as 16 pairs. */
inline __m512i pairs(const BFloat16* first, const BFloat16* second) {
  const __m512i order = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21,
                                         5, 20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
  const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(first));
  const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(second));
  return _mm512_permutexvar_epi16(order, _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1));
}

/** Turns 16 rows of 16 words into 16 columns. */
inline void transpose(__m512i (&rows)[16]) {
  __m512i other[16];
  for (int index = 0; index < 16; index += 2) {
    other[index] = _mm512_unpacklo_epi32(rows[index], rows[index + 1]);
    other[index + 1] = _mm512_unpackhi_epi32(rows[index], rows[index + 1]);
  }
  for (int index = 0; index < 16; index += 4) {
    rows[index] = _mm512_unpacklo_epi64(other[index], other[index + 2]);
    rows[index + 1] = _mm512_unpackhi_epi64(other[index], other[index + 2]);
    rows[index + 2] = _mm512_unpacklo_epi64(other[index + 1], other[index + 3]);
    rows[index + 3] = _mm512_unpackhi_epi64(other[index + 1], other[index + 3]);
  }
  for (int index = 0; index < 4; ++index) {
    other[index] = _mm512_shuffle_i32x4(rows[index], rows[index + 4], 0x88);
    other[index + 4] = _mm512_shuffle_i32x4(rows[index], rows[index + 4], 0xdd);
    other[index + 8] = _mm512_shuffle_i32x4(rows[index + 8], rows[index + 12], 0x88);
    other[index + 12] = _mm512_shuffle_i32x4(rows[index + 8], rows[index + 12], 0xdd);
  }
  for (int index = 0; index < 4; ++index) {
    rows[index] = _mm512_shuffle_i32x4(other[index], other[index + 8], 0x88);
    rows[index + 8] = _mm512_shuffle_i32x4(other[index], other[index + 8], 0xdd);
    rows[index + 4] = _mm512_shuffle_i32x4(other[index + 4], other[index + 12], 0x88);
    rows[index + 12] = _mm512_shuffle_i32x4(other[index + 4], other[index + 12], 0xdd);
  }
}

/** from[count][channels] to out[channels][pitch], and zeros behind. */
inline void transposePositions(const BFloat16* from, int64_t count, int64_t channels, int64_t pitch, BFloat16* out) {
  static const BFloat16 zeros[side] = {};
  for (int64_t channel = 0; channel < channels; channel += side) {
    for (int64_t first = 0; first < pitch; first += positionsAtATime) {
      const auto row = [&](int64_t index) {
        return first + index < count ? from + (first + index) * channels + channel : zeros;
      };
      __m512i words[16];
      for (int index = 0; index < 16; ++index) words[index] = pairs(row(2 * index), row(2 * index + 1));
      transpose(words);
      for (int index = 0; index < 16; ++index) _mm512_storeu_si512(out + (channel + index) * pitch + first, words[index]);
    }
  }
}

/** from[count][channels], as far as they are filters of the group, to out[padded / 2][filters][2], and zeros behind. */
inline void pairPositions(const BFloat16* from, int64_t count, int64_t channels, int64_t filters, int64_t padded,
                          BFloat16* out) {
  static const BFloat16 zeros[side] = {};
  for (int64_t first = 0; first < padded; first += 2) {
    for (int64_t filter = 0; filter < filters; filter += side, out += 2 * side) {
      const BFloat16* place = from + first * channels + filter;
      _mm512_storeu_si512(out, pairs(first < count ? place : zeros, first + 1 < count ? place + channels : zeros));
    }
  }
}

/** What one thread adds up at a time: filters of a group, from some bands of pictures. */
class KernelGradient {
 public:
  KernelGradient(const Convolution& shape, const BFloat16* pictures, const BFloat16* gradients)
      : shape_(shape),
        packing_(packingOfInput(shape)),
        taps_(phasesOfOutput(shape, packing_).front().taps),
        pictures_(pictures),
        gradients_(gradients),
        bandRows_(rowsAtATime(packing_, shape.outHeight())),
        bands_((shape.outHeight() + bandRows_ - 1) / bandRows_) {}

  /** Bands of all pictures. */
  int64_t units() const { return shape_.batch * bands_; }

  /** Puts the sums over the units from first to last into sums[taps][inputs / 16][filters / 16][16][16]. */
  void add(int64_t first, int64_t last, int64_t firstFilter, int64_t filters, float* sums) {
    const Configured configured(positionsAtATime);
    bool begins = true;
    for (int64_t unit = first; unit < last;) {
      const int64_t before = unit;
      int64_t count = 0;
      while (unit < last && (unit == before || count + positionsOf(unit) <= mostPositions)) count += positionsOf(unit++);
      pack(before, unit, count, firstFilter, filters);
      multiplyAll(filters, begins, sums);
      begins = false;
    }
    if (begins) std::fill(sums, sums + shape_.taps() * shape_.inputs * filters, 0.0f);
  }

 private:
  static constexpr int64_t mostPositions = 1024;

  int64_t rowsOf(int64_t unit) const {
    return std::min(bandRows_, shape_.outHeight() - unit % bands_ * bandRows_);
  }
  int64_t positionsOf(int64_t unit) const { return packing_.positions(rowsOf(unit)); }

  /** Where the outputs' gradients of a unit lie, and as many zeros for positions that are none. */
  void packGradients(int64_t unit, int64_t firstFilter, int64_t filters, BFloat16* out) const {
    const int64_t width = shape_.outWidth(), rows = rowsOf(unit), firstRow = unit % bands_ * bandRows_;
    std::memset(out, 0, positionsOf(unit) * filters * sizeof(BFloat16));
    for (int64_t row = 0; row < rows; ++row) {
      const int64_t line = (unit / bands_ * shape_.outHeight() + firstRow + row) * width;
      for (int64_t column = 0; column < width; ++column)
        std::memcpy(out + (row * packing_.pitch + column) * filters,
                    gradients_ + (line + column) * shape_.filters + firstFilter, filters * sizeof(BFloat16));
    }
  }

  void pack(int64_t first, int64_t last, int64_t count, int64_t firstFilter, int64_t filters) {
    padded_ = (count + positionsAtATime - 1) / positionsAtATime * positionsAtATime;
    // An odd number of rows of the cache keeps the channels of a tile from sharing a set of it.
    pitch_ = (padded_ + packing_.overhang()) / positionsAtATime * positionsAtATime + positionsAtATime;
    if (pitch_ / positionsAtATime % 2 == 0) pitch_ += positionsAtATime;
    const int64_t planeSize = shape_.inputs * pitch_;
    static thread_local Scratch<BFloat16> inputScratch, pairScratch, packScratch;
    inputs_ = inputScratch.of(packing_.planes() * planeSize);
    pairs_ = pairScratch.of(padded_ * filters);
    if (packing_.isPlain() && packing_.pitch == 1) {
      const int64_t start = first * bandRows_;
      transposePositions(pictures_ + start * shape_.inputs, count, shape_.inputs, pitch_, inputs_);
      pairPositions(gradients_ + start * shape_.filters + firstFilter, count, shape_.filters, filters, padded_, pairs_);
      return;
    }
    BFloat16* packed = packScratch.of(count * std::max(shape_.inputs, filters));
    for (int64_t plane = 0; plane < packing_.planes(); ++plane) {
      BFloat16* to = packed;
      for (int64_t unit = first; unit < last; to += positionsOf(unit++) * shape_.inputs)
        packPlane(pictures_ + unit / bands_ * shape_.height * shape_.width * shape_.inputs, packing_, plane,
                  unit % bands_ * bandRows_, rowsOf(unit), to);
      transposePositions(packed, count, shape_.inputs, pitch_, inputs_ + plane * planeSize);
    }
    BFloat16* to = packed;
    for (int64_t unit = first; unit < last; to += positionsOf(unit++) * filters)
      packGradients(unit, firstFilter, filters, to);
    pairPositions(packed, count, filters, filters, padded_, pairs_);
  }

  void multiplyAll(int64_t filters, bool begins, float* sums) const {
    const int64_t blocks = filters / side, inputBlocks = shape_.inputs / side;
    for (int64_t block = 0; block < blocks; block += 2) {
      const Factors right{[&](int tile, int64_t step) {
                            return pairs_ + step * positionsAtATime * filters + (block + tile) * 2 * side;
                          },
                          filters * 2 * static_cast<int64_t>(sizeof(BFloat16))};
      for (int64_t input = 0; input < inputBlocks; input += 2) {
        for (const Tap& tap : taps_) {
          const BFloat16* start = inputs_ + (tap.plane * shape_.inputs + input * side) * pitch_ + tap.offset;
          const Factors left{[&](int tile, int64_t step) { return start + tile * side * pitch_ + step * positionsAtATime; },
                             pitch_ * static_cast<int64_t>(sizeof(BFloat16))};
          const auto place = [&](int row, int column) {
            return sums + ((tap.kernel * inputBlocks + input + row) * blocks + block + column) * side * side;
          };
          const int64_t rows = std::min<int64_t>(2, inputBlocks - input), columns = std::min<int64_t>(2, blocks - block);
          const int64_t steps = padded_ / positionsAtATime;
          if (begins)
            multiply<true>(rows, columns, steps, left, right, place, rowBytes);
          else
            multiply<false>(rows, columns, steps, left, right, place, rowBytes);
        }
      }
    }
  }

  const Convolution shape_;
  const Packing packing_;
  const std::vector<Tap> taps_;
  const BFloat16 *const pictures_, *const gradients_;
  const int64_t bandRows_, bands_;
  BFloat16 *inputs_ = nullptr, *pairs_ = nullptr;
  int64_t padded_ = 0, pitch_ = 0;
};

}  // namespace studio::tiles
