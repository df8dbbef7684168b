#!/usr/bin/env bash
# Synchronises the translations on a branch of their own and leaves that branch checked out; what the
# GitHub Action and the recipe for GitLab run. See docs/ci.md.
#
#   AMTS        the launcher; "amts" by default
#   BRANCH      the branch for the commits; amts/sync by default
#   BASE        the branch that it starts from; the present one by default
#   CONFIG      settings, or their folder; amts.yml by default
#   LANGUAGES   target languages with commas between; all by default
#   ARGUMENTS   more arguments for "amts sync"
#
# Prints, and writes to $GITHUB_OUTPUT if there is one: base, commits, summary.
set -euo pipefail

amts=${AMTS:-amts}
branch=${BRANCH:-amts/sync}
config=${CONFIG:-amts.yml}
base=${BASE:-$(git symbolic-ref --quiet --short HEAD || git rev-parse HEAD)}
summary=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/amts-summary.md

git config user.name >/dev/null || git config user.name "AMTS"
git config user.email >/dev/null || git config user.email "amts@users.noreply.github.com"

# A review may be going on on the branch: its commits stay, and the source's changes join them.
git fetch --quiet origin "refs/heads/$branch:refs/remotes/origin/$branch" 2>/dev/null || true
if git rev-parse --quiet --verify "refs/remotes/origin/$branch" >/dev/null; then
  git switch --quiet --force-create "$branch" "origin/$branch"
  git merge --quiet --no-edit "$base"
else
  git switch --quiet --force-create "$branch"
fi
before=$(git rev-parse HEAD)

options=(-c "$config")
[ -z "${LANGUAGES:-}" ] || options+=(-l "$LANGUAGES")

# What people committed around an engine's sentences is approved, and the engine learns from it.
if [ -e "$(dirname "$config")/amts.lock" ] || [ -e "$config/amts.lock" ]; then
  "$amts" approve "${options[@]}" --from-git
  git add --all # the parallel data may be a new file
  git reset --quiet -- .amts
  if ! git diff --cached --quiet; then
    git commit --quiet --message "Approve what people have read" --trailer "AMTS-Sync: approval"
  fi
fi

code=0
# shellcheck disable=SC2086 # arguments are words
"$amts" sync "${options[@]}" --commit --summary "$summary" ${ARGUMENTS:-} || code=$?
# 3: a document has something wrong with it, 4: conflicts; both are in the log, the rest is committed.
[ "$code" = 0 ] || [ "$code" = 3 ] || [ "$code" = 4 ] || exit "$code"

result="base=$base
commits=$(git rev-list --count "$before..HEAD")
summary=$summary"
echo "$result"
[ -z "${GITHUB_OUTPUT:-}" ] || echo "$result" >>"$GITHUB_OUTPUT"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$summary" >>"$GITHUB_STEP_SUMMARY"
