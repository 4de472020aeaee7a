#pragma once

#include "vector.h"

namespace studio {

/** Channels that are computed at a time: 16 in either form, so that the same networks fit. */
constexpr int64_t panelWidth = 16;
constexpr int panelVectors = panelWidth / vectorLength;

/** Rows that are kept in registers: with panelVectors each, as many as there are registers for. */
constexpr int registerRows = 12 / panelVectors;

/**
 * c[rows][panelWidth] = a[rows][depth] * b[depth][panelWidth], where b lies without gaps. Rows is known to the compiler.
 */
template <int rows>
inline void multiplyRows(const float* a, int64_t strideOfA, const float* b, int64_t depth, float* c, int64_t strideOfC) {
  Vector sums[rows][panelVectors] = {};
  for (int64_t k = 0; k < depth; ++k) {
    Vector right[panelVectors];
    for (int part = 0; part < panelVectors; ++part) right[part] = load(b + k * panelWidth + part * vectorLength);
#pragma GCC unroll 12
    for (int row = 0; row < rows; ++row) {
      const float factor = a[row * strideOfA + k];
#pragma GCC unroll 2
      for (int part = 0; part < panelVectors; ++part) sums[row][part] += factor * right[part];
    }
  }
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < panelVectors; ++part) store(c + row * strideOfC + part * vectorLength, sums[row][part]);
}

/** The same for fewer rows than are kept in registers. */
template <int rows>
inline void multiplyRest(int64_t count, const float* a, int64_t strideOfA, const float* b, int64_t depth, float* c,
                         int64_t strideOfC) {
  if (count == rows) return multiplyRows<rows>(a, strideOfA, b, depth, c, strideOfC);
  if constexpr (rows > 1) multiplyRest<rows - 1>(count, a, strideOfA, b, depth, c, strideOfC);
}

/** c[rows][panelWidth] = a[rows][depth] * b[depth][panelWidth] for any number of rows. */
inline void multiplyPanel(const float* a, int64_t strideOfA, int64_t rows, const float* b, int64_t depth, float* c,
                          int64_t strideOfC) {
  int64_t row = 0;
  for (; row + registerRows <= rows; row += registerRows)
    multiplyRows<registerRows>(a + row * strideOfA, strideOfA, b, depth, c + row * strideOfC, strideOfC);
  multiplyRest<registerRows - 1>(rows - row, a + row * strideOfA, strideOfA, b, depth, c + row * strideOfC, strideOfC);
}

/** c[rows][panelWidth] += transpose(a[depth][rows]) * b[depth][panelWidth]. */
template <int rows>
inline void addTransposedRows(const float* a, int64_t strideOfA, const float* b, int64_t strideOfB, int64_t depth,
                              float* c, int64_t strideOfC) {
  Vector sums[rows][panelVectors];
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < panelVectors; ++part) sums[row][part] = load(c + row * strideOfC + part * vectorLength);
  for (int64_t k = 0; k < depth; ++k) {
    Vector right[panelVectors];
    for (int part = 0; part < panelVectors; ++part) right[part] = load(b + k * strideOfB + part * vectorLength);
#pragma GCC unroll 8
    for (int row = 0; row < rows; ++row) {
      const float factor = a[k * strideOfA + row];
#pragma GCC unroll 2
      for (int part = 0; part < panelVectors; ++part) sums[row][part] += factor * right[part];
    }
  }
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < panelVectors; ++part) store(c + row * strideOfC + part * vectorLength, sums[row][part]);
}

/** c[rows][columns] += transpose(a[depth][rows]) * b[depth][columns]; rows and columns are multiples of panelWidth. */
inline void addTransposedProduct(const float* a, int64_t rows, const float* b, int64_t columns, int64_t depth, float* c) {
  constexpr int height = 8 / panelVectors;
  for (int64_t column = 0; column < columns; column += panelWidth) {
    for (int64_t row = 0; row < rows; row += height)
      addTransposedRows<height>(a + row, rows, b + column, columns, depth, c + row * columns + column, columns);
  }
}

}  // namespace studio
