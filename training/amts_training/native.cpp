// The two inner loops of the preparation that Python is too slow for: the most similar other sentence of each
// sentence, and word alignments. Plain functions over flat arrays; native.py compiles and calls them.
//
// Sentences are given as one array of pieces and `starts` (one more than there are sentences).

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace {

struct Sentences {
  const uint16_t* tokens;
  const int64_t* starts;
  const uint16_t* begin(int64_t i) const { return tokens + starts[i]; }
  int length(int64_t i) const { return static_cast<int>(starts[i + 1] - starts[i]); }
};

// Insertions, deletions and substitutions that turn one sentence into the other; gives up above `limit`.
int edit_distance(const uint16_t* a, int n, const uint16_t* b, int m, int limit, std::vector<int>& row) {
  row.resize(m + 1);
  std::iota(row.begin(), row.end(), 0);
  for (int i = 1; i <= n; i++) {
    int diagonal = row[0];
    int smallest = row[0] = i;
    for (int j = 1; j <= m; j++) {
      int substituted = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > limit) return limit + 1;
  }
  return row[m];
}

constexpr int kSlotBits = 24;            // hashed pairs of pieces
constexpr uint32_t kCommon = 300;        // a pair in more sentences than this tells little
constexpr size_t kRarest = 10;           // pairs of a sentence that are looked up
constexpr size_t kCandidates = 10;       // sentences that are compared in full
constexpr int kShortest = 4, kLongest = 150;

uint32_t slot(uint16_t a, uint16_t b) {
  return static_cast<uint32_t>((uint64_t(a) << 16 | b) * 0x9E3779B97F4A7C15ull >> (64 - kSlotBits));
}

}  // namespace

// For each of `count` sentences the most similar other one with an index of at least `first`, by
// 1 - edits / longer length; equal sentences do not count. -1 and 0 where none reaches `minimum`.
extern "C" void best_matches(const uint16_t* tokens, const int64_t* starts, int64_t count, int64_t first,
                             double minimum, int32_t* match, uint8_t* percent) {
  Sentences sentences{tokens, starts};
  std::vector<uint32_t> frequency(1u << kSlotBits, 0);
  auto each_slot = [&](int64_t i, auto&& visit) {
    const uint16_t* s = sentences.begin(i);
    for (int k = 0; k + 1 < sentences.length(i); k++) visit(slot(s[k], s[k + 1]));
  };
  for (int64_t i = first; i < count; i++) each_slot(i, [&](uint32_t s) { frequency[s]++; });
  std::vector<int64_t> offset(frequency.size() + 1, 0);
  for (size_t s = 0; s < frequency.size(); s++)
    offset[s + 1] = offset[s] + (frequency[s] <= kCommon ? frequency[s] : 0);
  std::vector<int32_t> postings(offset.back());
  std::vector<int64_t> next(offset.begin(), offset.end() - 1);
  for (int64_t i = first; i < count; i++)
    each_slot(i, [&](uint32_t s) {
      if (frequency[s] <= kCommon) postings[next[s]++] = static_cast<int32_t>(i);
    });

  std::vector<uint16_t> shared(count, 0);
  std::vector<int32_t> seen;
  std::vector<uint32_t> rare;
  std::vector<int> row;
  for (int64_t i = 0; i < count; i++) {
    match[i] = -1;
    percent[i] = 0;
    int n = sentences.length(i);
    if (n < kShortest || n > kLongest) continue;
    rare.clear();
    each_slot(i, [&](uint32_t s) {
      if (frequency[s] > 0 && frequency[s] <= kCommon) rare.push_back(s);
    });
    std::sort(rare.begin(), rare.end(), [&](uint32_t a, uint32_t b) {
      return frequency[a] != frequency[b] ? frequency[a] < frequency[b] : a < b;
    });
    rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
    if (rare.size() > kRarest) rare.resize(kRarest);
    seen.clear();
    for (uint32_t s : rare)
      for (int64_t p = offset[s]; p < offset[s + 1]; p++)
        if (postings[p] != i && shared[postings[p]]++ == 0) seen.push_back(postings[p]);
    auto better = [&](int32_t a, int32_t b) { return shared[a] != shared[b] ? shared[a] > shared[b] : a < b; };
    size_t candidates = std::min(kCandidates, seen.size());
    std::partial_sort(seen.begin(), seen.begin() + candidates, seen.end(), better);
    double best = minimum;
    for (size_t c = 0; c < candidates; c++) {
      int m = sentences.length(seen[c]), longer = std::max(n, m);
      int limit = static_cast<int>((1 - best) * longer);
      if (std::abs(n - m) > limit) continue;
      int edits = edit_distance(sentences.begin(i), n, sentences.begin(seen[c]), m, limit, row);
      double similarity = 1 - double(edits) / longer;
      if (edits > 0 && edits <= limit && similarity > best) {
        best = similarity;
        match[i] = seen[c];
        percent[i] = static_cast<uint8_t>(similarity * 100);
      }
    }
    for (int32_t s : seen) shared[s] = 0;
  }
}

namespace {

// Numbers by key, in one flat array with linear probing; much faster here than std::unordered_map.
class Table {
 public:
  explicit Table(size_t expected) {
    size_t capacity = 1024;
    while (capacity < 2 * expected) capacity *= 2;
    keys_.assign(capacity, kEmpty);
    values_.assign(capacity, 0);
  }

  float get(uint32_t key) const {
    size_t place = find(key);
    return keys_[place] == key ? values_[place] : 0;
  }

  void add(uint32_t key, float value) {
    size_t place = find(key);
    if (keys_[place] != key) {
      if (2 * ++size_ > keys_.size()) {
        grow();
        place = find(key);
      }
      keys_[place] = key;
    }
    values_[place] += value;
  }

  size_t size() const { return size_; }

  template <typename Visit>
  void each(Visit&& visit) const {
    for (size_t place = 0; place < keys_.size(); place++)
      if (keys_[place] != kEmpty) visit(keys_[place], values_[place]);
  }

 private:
  static constexpr uint32_t kEmpty = 0xffffffff;

  size_t find(uint32_t key) const {
    size_t place = (key * 0x9E3779B97F4A7C15ull >> 32) & (keys_.size() - 1);
    while (keys_[place] != key && keys_[place] != kEmpty) place = (place + 1) & (keys_.size() - 1);
    return place;
  }

  void grow() {
    Table larger(keys_.size());
    each([&](uint32_t key, float value) { larger.add(key, value); });
    larger.size_ = size_;
    std::swap(*this, larger);
  }

  std::vector<uint32_t> keys_;
  std::vector<float> values_;
  size_t size_ = 0;
};

// Probabilities of target pieces given a source piece (IBM Model 1; Brown et al. 1993), from whole sentences.
class Lexicon {
 public:
  void learn(const Sentences& source, const Sentences& target, const std::vector<int64_t>& sample, int rounds) {
    for (int round = 0; round < rounds; round++) {
      Table counts(round ? table_.size() : 1u << 22);
      std::vector<double> total(1u << 16, 0);
      std::vector<float> weight;
      for (int64_t i : sample) {
        const uint16_t *s = source.begin(i), *t = target.begin(i);
        int n = source.length(i), m = target.length(i);
        weight.resize(n);
        for (int j = 0; j < m; j++) {
          float sum = 0;
          for (int k = 0; k < n; k++) sum += weight[k] = round ? probability(s[k], t[j]) : 1.0f;
          for (int k = 0; k < n && sum > 0; k++) {
            float share = weight[k] / sum;
            if (round && share < 0.01f) continue;  // keeps the table small
            counts.add(key(s[k], t[j]), share);
            total[s[k]] += share;
          }
        }
      }
      table_ = Table(counts.size());
      counts.each([&](uint32_t pair, float count) {
        float probability = static_cast<float>(count / total[pair >> 16]);
        if (!round || probability > 0.001f) table_.add(pair, probability);
      });
    }
  }

  float probability(uint16_t source, uint16_t target) const { return table_.get(key(source, target)); }

 private:
  static uint32_t key(uint16_t source, uint16_t target) { return uint32_t(source) << 16 | target; }
  Table table_{0};
};

}  // namespace

// Links between the pieces of paired sentences that both directions agree on. The lexica are learnt from every
// `stride`-th pair. For source piece k of a sentence, link[starts[i] + k] is the position of its target piece
// in the sentence, or 255.
extern "C" void align(const uint16_t* source_tokens, const int64_t* source_starts, const uint16_t* target_tokens,
                      const int64_t* target_starts, int64_t count, int64_t stride, int rounds, uint8_t* link) {
  Sentences source{source_tokens, source_starts}, target{target_tokens, target_starts};
  std::vector<int64_t> sample;
  for (int64_t i = 0; i < count; i += stride)
    if (source.length(i) <= 40 && target.length(i) <= 40) sample.push_back(i);
  Lexicon forward, backward;
  forward.learn(source, target, sample, rounds);
  backward.learn(target, source, sample, rounds);
  for (int64_t i = 0; i < count; i++) {
    const uint16_t *s = source.begin(i), *t = target.begin(i);
    int n = source.length(i), m = target.length(i);
    std::vector<int> chosen_target(n, -1), chosen_source(m, -1);
    std::vector<float> best_source(m, 1e-4f), best_target(n, 1e-4f);
    for (int k = 0; k < n; k++)
      for (int j = 0; j < m; j++) {
        // of equal pieces the one at the like place: a small preference for the diagonal
        float near = 1.0f - 0.5f * std::abs(float(k) / n - float(j) / m);
        float to_target = forward.probability(s[k], t[j]) * near;
        float to_source = backward.probability(t[j], s[k]) * near;
        if (to_source > best_target[k]) best_target[k] = to_source, chosen_target[k] = j;
        if (to_target > best_source[j]) best_source[j] = to_target, chosen_source[j] = k;
      }
    for (int k = 0; k < n; k++) {
      int j = chosen_target[k];
      link[source_starts[i] + k] = j >= 0 && j < 255 && chosen_source[j] == k ? static_cast<uint8_t>(j) : 255;
    }
  }
}
