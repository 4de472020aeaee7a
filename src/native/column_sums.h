#pragma once

#include <vector>

#include "parallel.h"
#include "vector.h"

namespace studio {

/** Two sums for each channel. */
struct ColumnSums {
  std::vector<double> first, second;
};

namespace column_sums {

/** Rows whose sums are kept in float32 before they are added to the double ones. */
constexpr int64_t rowsInFloat = 128;

template <int vectors, class Terms>
void add(int64_t firstRow, int64_t lastRow, int64_t channels, int64_t channel, const Terms& terms, double* first,
         double* second) {
  for (int64_t begin = firstRow; begin < lastRow; begin += rowsInFloat) {
    Vector sums[vectors] = {}, others[vectors] = {};
    const int64_t end = begin + rowsInFloat < lastRow ? begin + rowsInFloat : lastRow;
    for (int64_t row = begin; row < end; ++row) {
#pragma GCC unroll 4
      for (int index = 0; index < vectors; ++index)
        terms(row * channels, channel + index * vectorLength, sums[index], others[index]);
    }
    for (int lane = 0; lane < vectors * vectorLength; ++lane) {
      first[channel + lane] += sums[lane / vectorLength][lane % vectorLength];
      second[channel + lane] += others[lane / vectorLength][lane % vectorLength];
    }
  }
}

}  // namespace column_sums

/**
 * Sums over rows[rows][channels], channel by channel: `terms(start of the row, channel, first, second)` adds what one row
 * contributes to the channels of one vector. The result follows from the arguments and the number of threads alone.
 */
template <class Terms>
ColumnSums sumColumns(int64_t rows, int64_t channels, const Terms& terms) {
  const int64_t parts = 4 * threadCount();
  std::vector<double> all(parts * 2 * channels);
  parallelRanges(rows, parts, [&](int64_t part, int64_t firstRow, int64_t lastRow) {
    double* first = all.data() + part * 2 * channels;
    double* second = first + channels;
    int64_t channel = 0;
    for (; channel + 4 * vectorLength <= channels; channel += 4 * vectorLength)
      column_sums::add<4>(firstRow, lastRow, channels, channel, terms, first, second);
    for (; channel + 2 * vectorLength <= channels; channel += 2 * vectorLength)
      column_sums::add<2>(firstRow, lastRow, channels, channel, terms, first, second);
    for (; channel < channels; channel += vectorLength)
      column_sums::add<1>(firstRow, lastRow, channels, channel, terms, first, second);
  });
  ColumnSums sums{std::vector<double>(channels), std::vector<double>(channels)};
  for (int64_t part = 0; part < parts; ++part) {
    for (int64_t channel = 0; channel < channels; ++channel) {
      sums.first[channel] += all[part * 2 * channels + channel];
      sums.second[channel] += all[(part * 2 + 1) * channels + channel];
    }
  }
  return sums;
}

}  // namespace studio
