#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace studio {
namespace {

struct Job {
  Job(int64_t count, const std::function<void(int64_t)>& work) : count(count), work(work) {}

  const int64_t count;
  const std::function<void(int64_t)>& work;
  std::atomic<int64_t> next{0};
  std::atomic<int64_t> done{0};

  bool open() const { return next.load(std::memory_order_relaxed) < count; }

  /** Takes numbers until none is left; true where this finished the last one. */
  bool help() {
    bool last = false;
    for (int64_t index; (index = next.fetch_add(1)) < count;) {
      work(index);
      last = done.fetch_add(1) + 1 == count;
    }
    return last;
  }
};

/** Threads that live as long as the process and take part in every job; whoever asks for a job works on it as well. */
class Pool {
 public:
  explicit Pool(int64_t helpers) {
    for (int64_t index = 0; index < helpers; ++index) std::thread([this] { serve(); }).detach();
  }

  void run(int64_t count, const std::function<void(int64_t)>& work) {
    const auto job = std::make_shared<Job>(count, work);
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      jobs_.push_back(job);
    }
    wake_.notify_all();
    job->help();
    std::unique_lock<std::mutex> lock(mutex_);
    finished_.wait(lock, [&] { return job->done.load() == count; });
    jobs_.erase(std::remove(jobs_.begin(), jobs_.end(), job), jobs_.end());
  }

 private:
  std::shared_ptr<Job> openJob() {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->open(); });
    return found == jobs_.end() ? nullptr : *found;
  }

  void serve() {
    std::unique_lock<std::mutex> lock(mutex_);
    for (;;) {
      std::shared_ptr<Job> job;
      wake_.wait(lock, [&] { return (job = openJob()) != nullptr; });
      lock.unlock();
      const bool last = job->help();
      lock.lock();
      if (last) finished_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_, finished_;
  std::deque<std::shared_ptr<Job>> jobs_;
};

int64_t wantedThreads() {
  const char* text = std::getenv("TF_NUM_INTRAOP_THREADS");
  const int64_t wanted = text ? std::atoll(text) : 0;
  return wanted > 0 ? wanted : std::max<int64_t>(1, std::thread::hardware_concurrency());
}

}  // namespace

int64_t threadCount() {
  static const int64_t threads = wantedThreads();
  return threads;
}

void parallelFor(int64_t count, const std::function<void(int64_t)>& work) {
  // Never destroyed: its threads may still wait in it while the process ends.
  static Pool& pool = *new Pool(threadCount() - 1);
  if (count > 1 && threadCount() > 1) return pool.run(count, work);
  for (int64_t index = 0; index < count; ++index) work(index);
}

void parallelRanges(int64_t count, int64_t parts,
                    const std::function<void(int64_t part, int64_t first, int64_t last)>& work) {
  parallelFor(parts, [&](int64_t part) { work(part, count * part / parts, count * (part + 1) / parts); });
}

}  // namespace studio
