#include <node_api.h>

#ifdef STUDIO_TILES
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include <string>

#include "convolution_operations.h"
#include "normalization_operations.h"

namespace {

#ifdef STUDIO_TILES
/** Intel's manual, CPUID leaf 7: bfloat16 products of tiles, and the tiles themselves. */
bool processorHasTiles() {
  constexpr unsigned bits = 1u << 22 | 1u << 24;
  unsigned eax, ebx, ecx, edx;
  return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (edx & bits) == bits;
}

/** Linux keeps the tiles' registers from processes that have not asked for them (Documentation/arch/x86/xstate.rst). */
bool systemAllowsTiles() {
  constexpr long request = 0x1023, tileData = 18;
  return syscall(SYS_arch_prctl, request, tileData) == 0;
}
#endif

bool processorFits() {
#ifdef STUDIO_TILES
  if (!processorHasTiles() || !systemAllowsTiles()) return false;
#endif
#if STUDIO_LANES == 16
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#else
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
}

std::string registerAll() {
  if (!processorFits()) return "the processor lacks the instructions";
  const std::string fault = studio::registerConvolution();
  return fault.empty() ? studio::registerNormalization() : fault;
}

/** Loading the module makes its ops known to TensorFlow; `fault` says why it did not. */
napi_value start(napi_env env, napi_value exports) {
  static const std::string fault = registerAll();
  napi_value text;
  napi_create_string_utf8(env, fault.c_str(), fault.size(), &text);
  napi_set_named_property(env, exports, "fault", text);
  return exports;
}

}  // namespace

NAPI_MODULE(studio_kernels, start)
