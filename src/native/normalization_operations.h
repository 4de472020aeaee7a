#pragma once

#include "kernel_context.h"

namespace studio {

/**
 * Makes batch normalisation in training, together with the addition of a shortcut and ReLU behind it, and its gradient
 * known to TensorFlow. Channels are a multiple of 16. Returns what went wrong, or nothing.
 */
std::string registerNormalization();

}  // namespace studio
