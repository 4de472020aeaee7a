#pragma once

#include <cstdint>
#include <functional>

namespace studio {

/** How many threads share the work: TF_NUM_INTRAOP_THREADS, else the number of the processor's cores. */
int64_t threadCount();

/**
 * Calls `work` once for each number from 0 to count - 1, on several threads at a time, and returns when all are done.
 * Which thread takes which number changes from call to call, so the result must not depend on it.
 */
void parallelFor(int64_t count, const std::function<void(int64_t)>& work);

/** The same for the numbers from 0 to count - 1 in `parts` ranges, which follow from the arguments alone. */
void parallelRanges(int64_t count, int64_t parts, const std::function<void(int64_t part, int64_t first, int64_t last)>& work);

}  // namespace studio
