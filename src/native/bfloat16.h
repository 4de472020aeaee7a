#pragma once

#include <cstdint>
#include <cstring>

#include "vector.h"

namespace studio {

/** The upper half of a float32. */
struct BFloat16 {
  uint16_t bits;
};

using Halves = uint16_t __attribute__((vector_size(vectorLength * sizeof(uint16_t))));
using Words = uint32_t __attribute__((vector_size(vectorLength * sizeof(uint32_t))));

inline Vector load(const BFloat16* from) {
  Halves halves;
  std::memcpy(&halves, from, sizeof halves);
  const Words words = __builtin_convertvector(halves, Words) << 16;
  Vector vector;
  std::memcpy(&vector, &words, sizeof vector);
  return vector;
}

/** Rounds to the nearest, to even where two are as near; what is not a number stays so. */
inline void store(BFloat16* to, Vector vector) {
  Words words;
  std::memcpy(&words, &vector, sizeof words);
  const Words rounded = words + 0x7fffu + ((words >> 16) & 1u);
  const Words quiet = words | 0x400000u;
  const Halves halves = __builtin_convertvector((vector == vector ? rounded : quiet) >> 16, Halves);
  std::memcpy(to, &halves, sizeof halves);
}

inline float toFloat(float number) { return number; }

inline float toFloat(BFloat16 number) {
  const uint32_t word = static_cast<uint32_t>(number.bits) << 16;
  float value;
  std::memcpy(&value, &word, sizeof value);
  return value;
}

}  // namespace studio
