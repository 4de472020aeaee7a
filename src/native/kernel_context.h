#pragma once

#include <string>
#include <vector>

#include "bfloat16.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_status.h"
#include "tensorflow/c/tf_tensor.h"

namespace studio {

using Dimensions = std::vector<int64_t>;

template <class Element>
constexpr TF_DataType typeOf = TF_FLOAT;
template <>
constexpr TF_DataType typeOf<BFloat16> = TF_BFLOAT16;

/** A tensor, released with this object. */
class Tensor {
 public:
  explicit Tensor(TF_Tensor* tensor) : tensor_(tensor) {}
  Tensor(Tensor&& other) : tensor_(other.tensor_) { other.tensor_ = nullptr; }
  Tensor(const Tensor&) = delete;
  ~Tensor() {
    if (tensor_) TF_DeleteTensor(tensor_);
  }

  template <class Element = float>
  Element* data() const {
    return static_cast<Element*>(TF_TensorData(tensor_));
  }
  int64_t dimension(int index) const { return TF_Dim(tensor_, index); }
  int64_t size() const { return TF_TensorElementCount(tensor_); }
  Dimensions dimensions() const {
    Dimensions all;
    for (int index = 0; index < TF_NumDims(tensor_); ++index) all.push_back(TF_Dim(tensor_, index));
    return all;
  }

 private:
  TF_Tensor* tensor_;
};

/** What TensorFlow refused, such as memory that it has not got. */
struct Refusal {};

/** One call of an op: its inputs and outputs, float32 unless another type is named. */
class KernelContext {
 public:
  explicit KernelContext(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  KernelContext(const KernelContext&) = delete;
  ~KernelContext() { TF_DeleteStatus(status_); }

  int inputs() const { return TF_NumInputs(context_); }
  int outputs() const { return TF_NumOutputs(context_); }

  Tensor input(int index) {
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context_, index, &tensor, status_);
    return checked(tensor);
  }

  template <class Element = float>
  Tensor output(int index, const Dimensions& dimensions) {
    return checked(TF_AllocateOutput(context_, index, typeOf<Element>, dimensions.data(), dimensions.size(),
                                     bytes(dimensions, sizeof(Element)), status_));
  }

  /** The output takes the memory of the input where nobody else reads that any more. */
  Tensor outputInPlaceOf(int input, int index, const Dimensions& dimensions) {
    int taken;
    return checked(TF_ForwardInputOrAllocateOutput(context_, &input, 1, index, dimensions.data(), dimensions.size(),
                                                   &taken, status_));
  }

  template <class Element = float>
  Tensor temporary(const Dimensions& dimensions) {
    TF_AllocatorAttributes attributes{TF_ALLOCATOR_ATTRIBUTES_STRUCT_SIZE, 1};
    return checked(TF_AllocateTemp(context_, typeOf<Element>, dimensions.data(), dimensions.size(), &attributes, status_));
  }

  void fail(TF_Code code, const char* message) {
    TF_SetStatus(status_, code, message);
    TF_OpKernelContext_Failure(context_, status_);
  }

 private:
  static size_t bytes(const Dimensions& dimensions, size_t product) {
    for (const int64_t size : dimensions) product *= size;
    return product;
  }

  Tensor checked(TF_Tensor* tensor) {
    Tensor owned(tensor);
    if (TF_GetCode(status_) == TF_OK) return owned;
    TF_OpKernelContext_Failure(context_, status_);
    throw Refusal();
  }

  TF_OpKernelContext* context_;
  TF_Status* status_;
};

/** Attributes that the ops here may have. */
struct Attributes {
  bool relu = false;
  float epsilon = 0;
  /** Of a convolution: rows and columns of its kernel, pixels from one window to the next. */
  int64_t size = 3, stride = 1;
  /** Of the pictures that a convolution read; 0: as large as what it made of them. */
  int64_t height = 0, width = 0;
};

using Compute = void (*)(KernelContext&, const Attributes&);

/** An op and its kernel, as TensorFlow is told of them. */
struct Operation {
  const char* name;
  std::vector<const char*> inputs, outputs, attributes;
  Compute compute;
  /** The same for bfloat16, of ops with a type `T`; null where there is none. */
  Compute computeBFloat16 = nullptr;
};

/**
 * Makes an op known to TensorFlow; its name must be new, and it must live on. Tables of ops belong into functions: what
 * is computed while the library is loaded would run on processors without the instructions.
 * Returns what went wrong, or nothing.
 */
std::string registerOperation(const Operation& operation);

template <size_t count>
std::string registerOperations(const Operation (&operations)[count]) {
  for (const Operation& operation : operations) {
    const std::string fault = registerOperation(operation);
    if (!fault.empty()) return fault;
  }
  return "";
}

}  // namespace studio
