#pragma once

#include "vector.h"

namespace studio {

/** Channels that are computed at a time: 16 in either form, so that the same networks fit. */
constexpr int64_t panelWidth = 16;
constexpr int panelVectors = panelWidth / vectorLength;

/** Panels that are computed side by side where there are as many: AVX-512 has registers for twice the sums. */
constexpr int mostPanels = vectorLength == panelWidth ? 2 : 1;

/** Rows that are kept in registers: with all vectors of the panels, as many as there are registers for. */
constexpr int registerRows = 12 / panelVectors;

/**
 * c[rows][panels * panelWidth] = a[rows][depth] * b[panels][depth][panelWidth], where b lies without gaps. Rows and panels
 * are known to the compiler.
 */
template <int rows, int panels>
inline void multiplyRows(const float* a, int64_t strideOfA, const float* b, int64_t depth, float* c, int64_t strideOfC) {
  constexpr int vectors = panels * panelVectors;
  Vector sums[rows][vectors] = {};
  for (int64_t k = 0; k < depth; ++k) {
    Vector right[vectors];
    for (int part = 0; part < vectors; ++part)
      right[part] = load(b + (part / panelVectors * depth + k) * panelWidth + part % panelVectors * vectorLength);
#pragma GCC unroll 12
    for (int row = 0; row < rows; ++row) {
      const float factor = a[row * strideOfA + k];
#pragma GCC unroll 2
      for (int part = 0; part < vectors; ++part) sums[row][part] += factor * right[part];
    }
  }
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < vectors; ++part) store(c + row * strideOfC + part * vectorLength, sums[row][part]);
}

/** The same for fewer rows than are kept in registers. */
template <int rows, int panels>
inline void multiplyRest(int64_t count, const float* a, int64_t strideOfA, const float* b, int64_t depth, float* c,
                         int64_t strideOfC) {
  if (count == rows) return multiplyRows<rows, panels>(a, strideOfA, b, depth, c, strideOfC);
  if constexpr (rows > 1) multiplyRest<rows - 1, panels>(count, a, strideOfA, b, depth, c, strideOfC);
}

/** The same for any number of rows. */
template <int panels>
inline void multiplyPanels(const float* a, int64_t strideOfA, int64_t rows, const float* b, int64_t depth, float* c,
                           int64_t strideOfC) {
  int64_t row = 0;
  for (; row + registerRows <= rows; row += registerRows)
    multiplyRows<registerRows, panels>(a + row * strideOfA, strideOfA, b, depth, c + row * strideOfC, strideOfC);
  multiplyRest<registerRows - 1, panels>(rows - row, a + row * strideOfA, strideOfA, b, depth, c + row * strideOfC,
                                         strideOfC);
}

/** c[rows][columns] = a[rows][depth] * b[columns / panelWidth][depth][panelWidth]; columns is a multiple of panelWidth. */
inline void multiply(const float* a, int64_t rows, const float* b, int64_t depth, float* c, int64_t columns) {
  int64_t column = 0;
  for (; column + mostPanels * panelWidth <= columns; column += mostPanels * panelWidth)
    multiplyPanels<mostPanels>(a, depth, rows, b + column * depth, depth, c + column, columns);
  if (column < columns) multiplyPanels<1>(a, depth, rows, b + column * depth, depth, c + column, columns);
}

/** c[rows][panels * panelWidth] += transpose(a[depth][rows]) * b[depth][panels * panelWidth]. */
template <int rows, int panels>
inline void addTransposedRows(const float* a, int64_t strideOfA, const float* b, int64_t strideOfB, int64_t depth,
                              float* c, int64_t strideOfC) {
  constexpr int vectors = panels * panelVectors;
  Vector sums[rows][vectors];
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < vectors; ++part) sums[row][part] = load(c + row * strideOfC + part * vectorLength);
  for (int64_t k = 0; k < depth; ++k) {
    Vector right[vectors];
    for (int part = 0; part < vectors; ++part) right[part] = load(b + k * strideOfB + part * vectorLength);
#pragma GCC unroll 8
    for (int row = 0; row < rows; ++row) {
      const float factor = a[k * strideOfA + row];
#pragma GCC unroll 2
      for (int part = 0; part < vectors; ++part) sums[row][part] += factor * right[part];
    }
  }
  for (int row = 0; row < rows; ++row)
    for (int part = 0; part < vectors; ++part) store(c + row * strideOfC + part * vectorLength, sums[row][part]);
}

/** c[rows][columns] += transpose(a[depth][rows]) * b[depth][columns]; rows and columns are multiples of panelWidth. */
inline void addTransposedProduct(const float* a, int64_t rows, const float* b, int64_t columns, int64_t depth, float* c) {
  constexpr int height = 8 / panelVectors;
  int64_t column = 0;
  for (; column + mostPanels * panelWidth <= columns; column += mostPanels * panelWidth) {
    for (int64_t row = 0; row < rows; row += height)
      addTransposedRows<height, mostPanels>(a + row, rows, b + column, columns, depth, c + row * columns + column, columns);
  }
  if (column == columns) return;
  for (int64_t row = 0; row < rows; row += height)
    addTransposedRows<height, 1>(a + row, rows, b + column, columns, depth, c + row * columns + column, columns);
}

}  // namespace studio
