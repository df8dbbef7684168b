"""Calls the C++ loops of native.cpp on NumPy arrays; compiles them on first use into the user's cache."""

import ctypes
import hashlib
import os
import pathlib
import subprocess

import numpy as np

SOURCE = pathlib.Path(__file__).with_name("native.cpp")


def library():
    """The compiled loops. Needs g++; the result is kept under a name that changes with the source."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "amts-training"
    file = cache / f"native-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]}.so"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(f".{os.getpid()}")
        subprocess.run(["g++", "-O3", "-march=native", "-std=c++17", "-shared", "-fPIC", str(SOURCE), "-o",
                        str(partial)], check=True)
        partial.replace(file)
    return ctypes.CDLL(str(file))


def pointer(array):
    return ctypes.c_void_p(array.ctypes.data)


def best_matches(tokens, starts, first, minimum):
    """For each sentence the index of its most similar other one from `first` on (-1: none) and percent."""
    count = len(starts) - 1
    tokens, starts = np.ascontiguousarray(tokens, np.uint16), np.ascontiguousarray(starts, np.int64)
    match, percent = np.empty(count, np.int32), np.empty(count, np.uint8)
    library().best_matches(pointer(tokens), pointer(starts), ctypes.c_int64(count), ctypes.c_int64(first),
                           ctypes.c_double(minimum), pointer(match), pointer(percent))
    return match, percent


def align(source, target, stride, rounds=3):
    """For each source piece of (tokens, starts) the place of its target piece in the sentence, or 255."""
    arrays = [np.ascontiguousarray(array, kind) for side in (source, target)
              for array, kind in zip(side, (np.uint16, np.int64), strict=True)]
    link = np.empty(len(arrays[0]), np.uint8)
    library().align(*map(pointer, arrays), ctypes.c_int64(len(arrays[1]) - 1), ctypes.c_int64(stride),
                    ctypes.c_int(rounds), pointer(link))
    return link
