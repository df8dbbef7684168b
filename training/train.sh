#!/bin/bash
# All stages with the settings of the released model; GPU=1: those for a GPU (an H200 trains for twelve minutes).
#   ./train.sh CORPORA WORK
# BOOKS: folders with Markdown of the wanted register, as LANGUAGE=FOLDER, separated by spaces (default: none, all
#        pairs are seen equally often). TESTS: names of files there that are tests.
# RELEASE: folder of a model to go on from: its vocabulary and weights, with back-translations that it makes. They are of
#        one shape, but the new one may have more encoder layers.
# OPTIONS: further options of `train`, such as "--encoder-layers 9 --cut 0.4".
# SECONDS_STABLE, SECONDS_DECAY, SECONDS_GPU: time to train.
set -euo pipefail
corpora=$(realpath "$1") work=$2 RELEASE=${RELEASE:+$(realpath "$RELEASE")}
mkdir -p "$work"
work=$(realpath "$work")
cd "$(dirname "$0")"
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)} OMP_WAIT_POLICY=PASSIVE
python=${PYTHON:-python3}

options=()
if [ -n "$RELEASE" ]; then
  $python -m amts_training.restore "$RELEASE" "$work/released"
  options+=(--init "$work/released/weights-f16.npz")
fi
for option in ${OPTIONS:-}; do options+=("$option"); done

$python -m amts_training.prepare "$corpora" "$work/data" ${RELEASE:+--vocabulary "$RELEASE/spm.model"}
if [ -n "${BOOKS:-}" ]; then
  arguments=()
  for book in $BOOKS; do arguments+=(--like "$book"); done
  for test in ${TESTS:-}; do arguments+=(--leave-out "$test"); done
  $python -m amts_training.register "$work/data" --focus 0.1 "${arguments[@]}"
fi
if [ -n "$RELEASE" ]; then
  $python -m amts_training.back "$work/data" "$work/released"
fi
if [ -n "${GPU:-}" ]; then
  settings=(--width 512 --inner 2048 --heads 8 --rows 256 --accumulate 1 --drawn 0 --compile --dropout 0.1 --warmup 300
    --match 0.3 --workers 10 --log 50 --temperature 2.5 --decay-temperature 1.5 --seed 20261128 "${options[@]}")
  $python -m amts_training.train "$work/data" "$work/run" "${settings[@]}" --seconds "${SECONDS_GPU:-725}" --decay 0.45
else
  settings=(--match 0.2 "${options[@]}")
  $python -m amts_training.train "$work/data" "$work/run" "${settings[@]}" --seconds "${SECONDS_STABLE:-36000}"
  $python -m amts_training.train "$work/data" "$work/run" "${settings[@]}" --seconds "${SECONDS_DECAY:-3000}" --decay
fi
$python -m amts_training.export "$work/run" "$work/data/spm.model" "$work/export"
$python -m amts_training.rates "$work/data" "$work/export"
$python -m amts_training.learning "$work/export"
$python -m amts_training.export "$work/run" "$work/data/spm.model" "$work/export-float" --float
$python -m amts_training.evaluate "$work/data" "$work/export" --against "$work/export-float"
